//! Sentences in every style we know, with their figures.

use super::check;
use crate::lang::Lang;

#[test]
fn german_counts_money_shares() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Die Werft beschäftigt 1.280 Menschen, davon 310 in Emden.
    1.280 Menschen | count 1280
    310 | count 310
Der Umsatz stieg um 5,5 Prozent auf 3,28 Milliarden Euro.
    5,5 Prozent | percent 5.5 %
    3,28 Milliarden Euro | money 3280000000 EUR
Der Konzern erlöste 1,1 Mrd. Euro, nach 980 Mio. im Vorjahr.
    1,1 Mrd. Euro | money 1100000000 EUR
    980 Mio | money 980000000 EUR
    Vorjahr | date "2021"
Das kostet den Bund 120 Mio. €.
    120 Mio. € | money 120000000 EUR
Rund 3 000 Zuschauer kamen, 1'200 mehr als erwartet.
    Rund 3 000 Zuschauer | count 3000 about
    1'200 | count 1200
Die Insel hat etwa 12.500 Einwohner.
    etwa 12.500 Einwohner | count 12500 about
Zwölftausend Helfer waren im Einsatz, fünfundzwanzig von ihnen aus Tirol.
    Zwölftausend Helfer | count 12000
    fünfundzwanzig | count 25
Eine halbe Million Haushalte war ohne Strom.
    Eine halbe Million Haushalte | count 500000
Anderthalb Millionen Menschen leben im Großraum.
    Anderthalb Millionen Menschen | count 1500000
Sie brauchten zweieinhalb Stunden für die Strecke.
    zweieinhalb Stunden | duration 2.5 hour
Ein Dutzend Schafe graste am Deich.
    Ein Dutzend Schafe | count 12
Ein Drittel der Befragten lehnt das ab, drei Fünftel stimmen zu.
    Ein Drittel | percent 33.3333 %
    drei Fünftel | percent 60 %
Eine Viertelmillion Menschen demonstrierte.
    Eine Viertelmillion Menschen | count 250000
Jeder dritte Deutsche besitzt ein Fahrrad.
    Jeder dritte Deutsche | percent 33.3333 %
Neun von zehn Befragten wollen mehr Grünflächen.
    Neun von zehn | percent 90 %
Die Preise haben sich in neun Jahren verdoppelt.
    neun Jahren | duration 9 year
Die Miete ist achtmal so hoch wie damals.
    achtmal | count 8
Mehrere Tausend Menschen versammelten sich am Hafen.
    Mehrere Tausend Menschen | count null vague
Zehntausende säumten die Straßen.
    Zehntausende | count null vague
Hunderte Millionen Euro flossen in das Projekt.
    Hunderte Millionen Euro | money null EUR vague
Der Schaden liegt im niedrigen zweistelligen Millionenbereich.
    niedrigen zweistelligen Millionenbereich | money null vague
Es entstand ein Schaden in sechsstelliger Höhe.
    sechsstelliger Höhe | money null vague
Einige Wochen später war das Geld weg.
    Einige Wochen | duration null week vague
Dutzende Häuser brannten nieder.
    Dutzende Häuser | count null vague
Nicht mehr als 40 Boote liefen aus.
    Nicht mehr als 40 Boote | count 40 at-most
Höchstens 15 Kilogramm Gepäck sind erlaubt.
    Höchstens 15 Kilogramm | measure 15 kg at-most
Mindestens 27 Menschen starben, mehr als 100 wurden verletzt.
    Mindestens 27 Menschen | count 27 at-least
    mehr als 100 | count 100 more-than
Gut 17.000 Besucher sahen das Spiel.
    Gut 17.000 Besucher | count 17000 more-than
Knapp ein Viertel der Wähler blieb zu Hause.
    Knapp ein Viertel | percent 25 % nearly
Das Gerät kostet um die 300 Euro.
    um die 300 Euro | money 300 EUR about
Die Temperatur sank auf minus 12 Grad.
    minus 12 Grad | measure -12 Cel
Am Montag werden bis zu 28 Grad Celsius erwartet.
    Montag | date "2022-09-19"
    bis zu 28 Grad Celsius | measure 28 Cel at-most
In Höhenlagen kann es bei -5 Grad glatt werden.
    -5 Grad | measure -5 Cel
Wer älter als 65 Jahre ist, zahlt weniger.
    älter als 65 Jahre | duration 65 year more-than
Kinder unter 14 Jahren fahren frei.
    unter 14 Jahren | duration 14 year less-than
200 Gäste oder mehr dürfen nicht ins Haus.
    200 Gäste oder mehr | count 200 at-least
Zwischen 3 und 5 Millionen Tonnen Weizen fehlen.
    Zwischen 3 und 5 Millionen Tonnen | measure [3000000,5000000] t
Die Zinsen stiegen von 3 auf 4,5 Prozent.
    3 | percent 3 %
    4,5 Prozent | percent 4.5 %
Der Preis fiel von 1.200 auf 900 Euro.
    1.200 | money 1200 EUR
    900 Euro | money 900 EUR
Die Förderung wurde um 80 auf 640 Millionen Euro erhöht.
    80 | money 80000000 EUR
    640 Millionen Euro | money 640000000 EUR
Sie zahlen 190 bis 240 Euro im Monat.
    190 bis 240 Euro im Monat | rate [190,240] EUR/month
Ein Ticket kostet 3,60 Euro.
    3,60 Euro | money 3.6 EUR
Ein Pfund kostete am Abend 1,17 Euro.
    1,17 Euro | money 1.17 EUR
Das Stadion fasst 81.365 Zuschauer.
    81.365 Zuschauer | count 81365
Die Bank senkte den Leitzins um 25 Basispunkte auf 3,75 Prozent.
    25 Basispunkte | percent 25 bp
    3,75 Prozent | percent 3.75 %
Die Arbeitslosenquote lag bei 6,1 %, 0,2 Prozentpunkte niedriger als im Juli.
    6,1 % | percent 6.1 %
    0,2 Prozentpunkte | percent 0.2 pp
    Juli | date "2022-07"
Der Verein steht auf Platz 14, der Rivale auf Rang drei.
    Platz 14 | rank 14
    Rang drei | rank 3
Das ist der zweithöchste Wert seit 1991.
    zweithöchste | rank 2
    1991 | date "1991"
Die drittgrößte Stadt des Landes liegt am Meer.
    drittgrößte | rank 3
Er sprang 8,12 Meter weit und lief die 100 Meter in 10,3 Sekunden.
    8,12 Meter | measure 8.12 m
    100 Meter | measure 100 m
    10,3 Sekunden | duration 10.3 second
Auf 45 Hektar entstehen 1.200 Wohnungen mit je 80 Quadratmetern.
    45 Hektar | measure 45 ha
    1.200 Wohnungen | count 1200
    80 Quadratmetern | measure 80 m2
Der Anhänger wog 3,5 Tonnen und fuhr 90 km/h.
    3,5 Tonnen | measure 3.5 t
    90 km/h | measure 90 km/h
Der Zug erreicht 320 Kilometer pro Stunde.
    320 Kilometer pro Stunde | measure 320 km/h
Die Anlage liefert 40 Megawatt, rund 85 Gigawattstunden im Jahr.
    40 Megawatt | measure 40 MW
    rund 85 Gigawattstunden im Jahr | rate 85 GWh/year about
Der Wasserverbrauch liegt bei 120 Litern pro Kopf und Tag.
    120 Litern pro Kopf | rate 120 l/Kopf
Ein Barrel der Sorte Brent kostete 82,14 Dollar.
    82,14 Dollar | money 82.14 USD
Der Strompreis liegt bei 6,5 Cent je Kilowattstunde.
    6,5 Cent je Kilowattstunde | rate 6.5 ct/kWh
Die Miete beträgt 14,20 Euro pro Quadratmeter.
    14,20 Euro pro Quadratmeter | rate 14.2 EUR/m2
Die Stiftung gibt jährlich 2,3 Millionen Euro aus.
    jährlich 2,3 Millionen Euro | rate 2300000 EUR/year
Der Mindestlohn steigt auf 12,41 Euro die Stunde.
    12,41 Euro die Stunde | rate 12.41 EUR/hour
Das kostet 17.000 Euro im Jahr.
    17.000 Euro im Jahr | rate 17000 EUR/year
Im Jahr 2019 zählte die Stadt 540.000 Einwohner.
    2019 | date "2019"
    540.000 Einwohner | count 540000
Seit 1954 gab es das nicht mehr.
    1954 | date "1954"
2018 war es wärmer als 2003.
    2018 | date "2018"
    2003 | date "2003"
Von 2014 bis 2020 leitete sie das Amt.
    2014 bis 2020 | date ["2014","2020"]
Zwischen 1998 und 2005 wurden 43 Filialen geschlossen.
    Zwischen 1998 und 2005 | date ["1998","2005"]
    43 Filialen | count 43
In der Saison 2023/24 gewann er 17 Spiele.
    2023/24 | date ["2023","2024"]
    17 Spiele | count 17
Am 3. Mai beginnt der Prozess.
    3. Mai | date "2023-05-03"
Am 28. und 29. Oktober tagt der Rat.
    28. und 29. Oktober | date ["2022-10-28","2022-10-29"]
Vom 3. bis 5. Juni 2022 findet das Fest statt.
    3. bis 5. Juni 2022 | date ["2022-06-03","2022-06-05"]
Der Vertrag vom 12.03.2021 läuft am 31.12. aus.
    12.03.2021 | date "2021-03-12"
    31.12. | date "2022-12-31"
Anfang Oktober 2021 zog sie um.
    Anfang Oktober 2021 | date "2021-10" about
Mitte Juli kommen die Handwerker.
    Mitte Juli | date "2022-07" about
Ende 2023 soll die Brücke fertig sein.
    Ende 2023 | date "2023" about
Ende des Jahres tritt er zurück.
    Ende des Jahres | date "2022" about
Bis Jahresende sollen 400 Stellen wegfallen.
    Jahresende | date "2022" about
    400 Stellen | count 400
Im ersten Halbjahr wuchs die Wirtschaft um 0,4 Prozent.
    ersten Halbjahr | date ["2022-01","2022-06"]
    0,4 Prozent | percent 0.4 %
Im dritten Quartal 2021 sank der Gewinn auf 12 Millionen Euro.
    dritten Quartal 2021 | date ["2021-07","2021-09"]
    12 Millionen Euro | money 12000000 EUR
Im Frühjahr 2025 eröffnet das Museum.
    Frühjahr 2025 | date "2025" about
Im Sommer kamen weniger Touristen.
    Sommer | date "2022" about
In den 60er Jahren wurde hier Kohle gefördert.
    60er Jahren | date ["1960","1969"]
Die Siedlung stammt aus den 1970er-Jahren.
    1970er-Jahren | date ["1970","1979"]
Die neunziger Jahre waren hart.
    neunziger Jahre | date ["1990","1999"]
Im 19. Jahrhundert lebten hier Fischer.
    19. Jahrhundert | date ["1801","1900"]
Im vergangenen Jahr gab es 214 Fälle, in diesem Jahr bereits 180.
    vergangenen Jahr | date "2021"
    214 Fälle | count 214
    diesem Jahr | date "2022"
    180 | count 180
Vergangene Woche stieg der Pegel.
    Vergangene Woche | date "2022-W36" week
Gestern regnete es, heute scheint die Sonne.
    Gestern | date "2022-09-13"
    heute | date "2022-09-14"
Am Montag tagte der Ausschuss, am Dienstagabend die Fraktion.
    Montag | date "2022-09-12"
    Dienstagabend | date "2022-09-13"
In der Nacht zum 12. August brach der Damm.
    Nacht zum 12. August | date "2022-08-12"
In der Nacht zum Sonntag fielen Schüsse.
    Nacht zum Sonntag | date "2022-09-11"
Die Sitzung beginnt am Donnerstag um 9.30 Uhr.
    Donnerstag | date "2022-09-15"
Um 17.05 Uhr ging der erste Notruf ein.
Das Rennen endete nach 3:42,15 Minuten.
    3:42,15 Minuten | duration 222.15 second
Der FC gewann 3:1 gegen Schalke 04.
Er wurde zu einer zehnjährigen Haftstrafe verurteilt.
    zehnjährigen | duration 10 year
Der 42-Jährige schwieg vor Gericht.
    42-Jährige | duration 42 year
Die 17-monatige Bauzeit kostete Nerven.
    17-monatige | duration 17 month
Nach einem 90-minütigen Gespräch trennten sie sich.
    90-minütigen | duration 90 minute
Vor drei Jahren zog er nach Halle.
    drei Jahren | duration 3 year
Seit Jahrzehnten streiten die Nachbarn.
    Jahrzehnten | duration null decade vague
In den vergangenen Jahren ist viel passiert.
    vergangenen Jahren | duration null year vague
Ein Jahr nach dem Brand steht das Haus leer.
    Ein Jahr | duration 1 year
Innerhalb von sechs Wochen muss er zahlen.
    Innerhalb von sechs Wochen | duration 6 week at-most
Drei Tage lang blieb die Straße gesperrt.
    Drei Tage | duration 3 day
Nach Artikel 5 des Grundgesetzes und § 12 Abs. 3 ist das erlaubt.
Die A7 ist gesperrt, die B 51 auch.
Die G20-Staaten und die EU-27 tagen.
Covid-19 und 5G waren Themen.
Er ist erreichbar unter 030 1234567 oder info@amt7.de.
Die Postleitzahl lautet 04109 Leipzig.
Er wohnt in der Lindenstraße 14.
Version 2.4.1 behebt den Fehler, Windows 11 bleibt.
Siehe Seite 12 und Kapitel 3.
Ein Mann und eine Frau wurden verletzt.
Er hat zwei Kinder, eins davon lebt in Rom.
    zwei Kinder | count 2
Die erste Rate kommt im Mai, die zweite Rate im Juni.
    Mai | date "2022-05"
    Juni | date "2022-06"
Rund um die Uhr wachen Helfer.
Er sprach unter vier Augen mit ihr.
Das Verhältnis ist eins zu eins.
Doppelt so viele Anträge wie 2020 gingen ein.
    Doppelt | count 2
    2020 | date "2020"
Zweimal pro Woche fährt ein Bus.
    Zweimal pro Woche | rate 2 1/week
"##,
    );
}

#[test]
fn german_wire_court_sport_ministry() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Frankfurt (dpa) - Der Dax schloss am Freitag 0,8 Prozent höher bei 18.492 Punkten.
    Freitag | date "2022-09-09"
    0,8 Prozent | percent 0.8 %
    18.492 Punkten | count 18492
Der Euro kostete 1,0842 US-Dollar, nach 1,0799 Dollar am Vortag.
    1,0842 US-Dollar | money 1.0842 USD
    1,0799 Dollar | money 1.0799 USD
    Vortag | date null
Gewinn vor Steuern: 412 Mio. EUR (Vorjahr: 388 Mio. EUR), plus 6,2 %.
    412 Mio. EUR | money 412000000 EUR
    Vorjahr | date "2021"
    388 Mio. EUR | money 388000000 EUR
    6,2 % | percent 6.2 %
Die Aktie verlor 3,4 Prozent auf 41,15 Euro.
    3,4 Prozent | percent 3.4 %
    41,15 Euro | money 41.15 EUR
Brent-Öl kostete 78,20 Dollar je Barrel (159 Liter).
    78,20 Dollar je Barrel | rate 78.2 USD/bbl
    159 Liter | measure 159 l
Der Bund nimmt 39 Milliarden Euro neue Schulden auf, 2025 sollen es 51 Milliarden sein.
    39 Milliarden Euro | money 39000000000 EUR
    2025 | date "2025"
    51 Milliarden | money 51000000000 EUR
Die EZB will 750 Milliarden Euro in Anleihen stecken.
    750 Milliarden Euro | money 750000000000 EUR
Die Regierung plant Ausgaben von 476,8 Milliarden Euro bei Investitionen von 57,7 Milliarden.
    476,8 Milliarden Euro | money 476800000000 EUR
    57,7 Milliarden | money 57700000000 EUR
Die EU-Kommission rechnet mit 1,3 Billionen Euro.
    1,3 Billionen Euro | money 1300000000000 EUR
Das Vermögen wird auf eine bis zwei Milliarden Franken geschätzt.
    eine bis zwei Milliarden Franken | money [1000000000,2000000000] CHF
Zum Stichtag 31. Dezember 2023 lebten 83,4 Millionen Menschen im Land.
    31. Dezember 2023 | date "2023-12-31"
    83,4 Millionen Menschen | count 83400000
Bei einem Busunfall in Peru sind mindestens 25 Menschen gestorben, darunter vier Kinder.
    mindestens 25 Menschen | count 25 at-least
    vier Kinder | count 4
Das Erdbeben der Stärke 6,3 erschütterte die Region um 4.12 Uhr Ortszeit.
    6,3 | count 6.3
Ein 34-jähriger Mann aus Kassel muss für vier Jahre und sechs Monate ins Gefängnis.
    34-jähriger | duration 34 year
    vier Jahre und sechs Monate | duration 54 month
Das Landgericht verhängte eine Geldstrafe von 90 Tagessätzen zu je 40 Euro.
    90 Tagessätzen | count 90
    40 Euro | money 40 EUR
Der Angeklagte (27) soll 14 Kilogramm Kokain geschmuggelt haben.
    27 | count 27
    14 Kilogramm | measure 14 kg
Die Richterin sah 33 Fälle als erwiesen an.
    33 Fälle | count 33
Die Tat liegt mehr als zwölf Jahre zurück.
    mehr als zwölf Jahre | duration 12 year more-than
Der Prozess ist auf 20 Verhandlungstage angesetzt.
    20 Verhandlungstage | count 20
Am kommenden Mittwoch, 16. Oktober, entscheidet der Senat.
    kommenden Mittwoch, 16. Oktober | date "2022-10-16"
Am Samstag, den 5. November 2022, feiert der Verein sein 75-jähriges Bestehen.
    Samstag, den 5. November 2022 | date "2022-11-05"
    75-jähriges | duration 75 year
Die Inzidenz stieg auf 412,7 je 100.000 Einwohner.
    412,7 je 100.000 Einwohner | rate 412.7 1/100000 Einwohner
Es gab 1.204 Neuinfektionen, 86 mehr als vor einer Woche.
    1.204 Neuinfektionen | count 1204
    86 | count 86
    einer Woche | duration 1 week
Die Impfquote liegt bei 76 Prozent; 62 Prozent sind geboostert.
    76 Prozent | percent 76 %
    62 Prozent | percent 62 %
Die Lebenserwartung stieg um drei Monate auf 81,2 Jahre.
    drei Monate | duration 3 month
    81,2 Jahre | duration 81.2 year
Im Harz fielen 60 Liter Regen pro Quadratmeter innerhalb von 24 Stunden.
    60 Liter Regen pro Quadratmeter | rate 60 l/m2
    innerhalb von 24 Stunden | duration 24 hour at-most
Die Höchstwerte liegen zwischen 17 und 23 Grad.
    zwischen 17 und 23 Grad | measure [17,23] Cel
Nachts kühlt es auf 4 bis 0 Grad ab.
    4 bis 0 Grad | measure [0,4] Cel
Bayern schlug Augsburg mit 5:0 (2:0) vor 75.000 Zuschauern.
    75.000 Zuschauern | count 75000
Nach 34 Spieltagen hat der Klub 71 Punkte und 89:32 Tore.
    34 Spieltagen | count 34
    71 Punkte | count 71
Müller traf in der 17. Minute zum 1:0.
Sie gewann in 2:07:31 Stunden.
    2:07:31 Stunden | duration 7651 second
Er holte seinen 12. Titel.
Zum 3. Mal in Folge siegte Kiel.
Das Team belegt den fünften Platz.
    fünften Platz | rank 5
Im Finale unterlag sie 4:6, 6:7 (5:7).
Das Ministerium stellt für 2023 und 2024 je 30 Millionen Euro bereit.
    2023 | date "2023"
    2024 | date "2024"
    30 Millionen Euro | money 30000000 EUR
Der Haushaltsansatz für 2025 beträgt 1.240.000 Euro.
    2025 | date "2025"
    1.240.000 Euro | money 1240000 EUR
Die Förderquote liegt bei bis zu 80 v. H. der Kosten.
    bis zu 80 v. H | percent 80 % at-most
Nach Nummer 4.2 der Richtlinie werden 60 Prozent erstattet.
    60 Prozent | percent 60 %
Gemäß Absatz 2 Satz 1 gilt eine Frist von vier Wochen.
    vier Wochen | duration 4 week
Das Gesetz tritt am 1. Januar 2024 in Kraft.
    1. Januar 2024 | date "2024-01-01"
Die Verordnung (EU) 2016/679 gilt seit dem 25. Mai 2018.
    25. Mai 2018 | date "2018-05-25"
Die Laufzeit beträgt 36 Monate, die Frist endet am 15.09.
    36 Monate | duration 36 month
    15.09. | date "2022-09-15"
Die Maßnahme beginnt im 4. Quartal 2023.
    4. Quartal 2023 | date ["2023-10","2023-12"]
Bis 2030 sollen 80 Prozent des Stroms aus erneuerbaren Quellen kommen, bis 2045 alles.
    2030 | date "2030"
    80 Prozent | percent 80 %
    2045 | date "2045"
Zwei Drittel der Mittel fließen in den Osten.
    Zwei Drittel | percent 66.6667 %
Mehr als die Hälfte der Betriebe klagt über Personalmangel.
    Mehr als die Hälfte | percent 50 % more-than
Rund jeder fünfte Haushalt heizt mit Öl.
    Rund jeder fünfte Haushalt | percent 20 % about
Fast 90 Prozent der 2.800 Beschäftigten streikten.
    Fast 90 Prozent | percent 90 % nearly
    2.800 Beschäftigten | count 2800
Von den 16 Ländern stimmten 13 zu, drei enthielten sich.
    16 Ländern | count 16
    13 | count 13
    drei | count 3
Sieben der zwölf Mitglieder waren anwesend.
    Sieben | count 7
    zwölf Mitglieder | count 12
Der Abstand schrumpfte von 12 auf 3 Punkte.
    12 | count 12
    3 Punkte | count 3
»Wir brauchen 400 000 Wohnungen im Jahr«, sagte sie.
    400 000 Wohnungen im Jahr | rate 400000 Wohnung/year
„Das sind 50 Millionen zu wenig“, rügte er.
    50 Millionen | count 50000000
Der Fonds ist mit 200 Mio. Euro ausgestattet. Das Geld reicht bis Ende 2026.
    200 Mio. Euro | money 200000000 EUR
    Ende 2026 | date "2026" about
Es kamen 1,5 Mio. Das war ein Rekord.
    1,5 Mio | count 1500000
Es waren rund 40. Danach wurden es mehr.
    rund 40 | count 40 about
Allein 2021 stieg die Zahl um gut ein Fünftel.
    2021 | date "2021"
    gut ein Fünftel | percent 20 % more-than
In diesem Sommer kamen 3,4 Mio. Gäste, 12 Prozent mehr als im Sommer 2021.
    diesem Sommer | date "2022" about
    3,4 Mio. Gäste | count 3400000
    12 Prozent | percent 12 %
    Sommer 2021 | date "2021" about
Ende der achtziger Jahre waren es noch 60.000.
    Ende der achtziger Jahre | date ["1980","1989"] about
    60.000 | count 60000
Anfang der 1990er-Jahre zog der Konzern weg.
    Anfang der 1990er-Jahre | date ["1990","1999"] about
Mitte des 18. Jahrhunderts lebten dort 800 Bauern.
    Mitte des 18. Jahrhunderts | date ["1701","1800"] about
    800 Bauern | count 800
Vor rund 4500 Jahren entstand das Grab.
    rund 4500 Jahren | duration 4500 year about
Um 300 v. Chr. wurde der Tempel gebaut.
    Um 300 v. Chr. | date "-0299" about
Die Kirche wurde 1784 geweiht und 1945 zerstört.
    1784 | date "1784"
    1945 | date "1945"
Zwischen Mai und September 2019 wurden 212 Schafe gerissen.
    Zwischen Mai und September 2019 | date ["2019-05","2019-09"]
    212 Schafe | count 212
Von Januar bis März sank der Absatz um 7 Prozent.
    Januar bis März | date ["2022-01","2022-03"]
    7 Prozent | percent 7 %
Im Februar und März fielen 14 Züge aus.
    Februar und März | date ["2022-02","2022-03"]
    14 Züge | count 14
Seit Anfang Juli gilt die neue Regel.
    Anfang Juli | date "2022-07" about
Ab dem 1. September fahren die Züge im 20-Minuten-Takt.
    1. September | date "2022-09-01"
    20-Minuten | duration 20 minute
Bis zum Jahr 2035 soll das Kraftwerk stillgelegt sein.
    2035 | date "2035"
Spätestens im Herbst 2023 will der Minister liefern.
    Spätestens im Herbst 2023 | date "2023" at-most
Die Haftdauer betrug knapp anderthalb Jahre.
    knapp anderthalb Jahre | duration 1.5 year nearly
Das Kind wurde nur zwölf Tage alt.
    zwölf Tage | duration 12 day
Er war von 1998 bis 2005 Kanzler.
    1998 bis 2005 | date ["1998","2005"]
Im März 2020 schloss die Grenze, zwei Monate später öffnete sie wieder.
    März 2020 | date "2020-03"
    zwei Monate | duration 2 month
Binnen weniger Tage sammelten sie 10.000 Unterschriften.
    weniger Tage | duration null day vague
    10.000 Unterschriften | count 10000
Nach gut dreieinhalb Stunden war Schluss.
    gut dreieinhalb Stunden | duration 3.5 hour more-than
Das 500-Millionen-Euro-Programm läuft aus.
    500-Millionen-Euro | money 500000000 EUR
Ein 20-Euro-Schein lag auf dem Tisch.
    20-Euro | money 20 EUR
Die 1,80 Meter große Frau trug einen roten Mantel.
    1,80 Meter | measure 1.8 m
Die fünfköpfige Familie überlebte.
Das zweistöckige Haus hat acht Zimmer auf 210 m².
    acht Zimmer | count 8
    210 m² | measure 210 m2
Das Grundstück ist 1.250 qm groß.
    1.250 qm | measure 1250 m2
Er bot das Drei- bis Vierfache.
    Drei- bis Vierfache | count [3,4]
Die Zahl hat sich verdreifacht.
Eine zweite Welle traf das Land.
Der Erste Weltkrieg begann 1914.
    1914 | date "1914"
In einer ersten Phase sollen 5.000, später 20.000 Geräte ausgeliefert werden.
    5.000 | count 5000
    20.000 Geräte | count 20000
Die Kosten belaufen sich auf 3.000 bis 4.000 Euro.
    3.000 bis 4.000 Euro | money [3000,4000] EUR
Die Kosten belaufen sich auf drei- bis viertausend Euro.
    drei- bis viertausend Euro | money [3000,4000] EUR
Das Paket umfasst 15 Milliarden Euro, davon 3 für Schulen.
    15 Milliarden Euro | money 15000000000 EUR
    3 | count 3
Die Feuerwehr rückte mit 120 Einsatzkräften und 25 Fahrzeugen an.
    120 Einsatzkräften | count 120
    25 Fahrzeugen | count 25
Drei Männer im Alter von 19 bis 24 Jahren wurden festgenommen.
    Drei Männer | count 3
    19 bis 24 Jahren | duration [19,24] year
Die Polizei stellte 2,3 Kilo Marihuana, 1.400 Euro Bargeld und zwei Messer sicher.
    2,3 Kilo | measure 2.3 kg
    1.400 Euro | money 1400 EUR
    zwei Messer | count 2
Die Hotline ist unter 0800 123 4567 zu erreichen.
Tel.: +49 (0)351 564-0, Fax 564-1099
ISBN 978-3-16-148410-0
Az. 12 U 345/21
Er trug die Nummer 10.
"##,
    );
}

#[test]
fn german_dates_idioms_and_names() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Streik bei der Bahn: 1,4 Millionen Pendler betroffen
    1,4 Millionen Pendler | count 1400000
Tote nach Zugunglück in Indien – mehr als 280 Opfer
    mehr als 280 Opfer | count 280 more-than
Wien/Graz, 14. Sept. (apa) – Um 14 Uhr brach das Feuer aus.
    14. Sept. | date "2022-09-14"
Der 1. FC Köln spielt am 17. September gegen den HSV.
    17. September | date "2022-09-17"
Am 24. Februar 2022 begann der Angriff.
    24. Februar 2022 | date "2022-02-24"
Vor dem 24. Februar galt das als undenkbar.
    24. Februar | date "2022-02-24"
Es war der 11. September 2001.
    11. September 2001 | date "2001-09-11"
Das Dritte Reich und die Zweite Republik.
Die Elf von Trainer Klose gewann.
Im Achtelfinale wartet Spanien.
Der Vierer mit Steuermann holte Bronze.
Zu zweit wanderten sie los.
Ein Viertel der Stadt ist gesperrt.
    Ein Viertel | percent 25 %
Im Viertel leben 3.000 Menschen.
    3.000 Menschen | count 3000
Er kam um Viertel nach acht.
Die beiden Länder und drei weitere Staaten unterschrieben.
    drei weitere Staaten | count 3
Alle zwei Jahre wird gewählt.
    zwei Jahre | duration 2 year
Alle 20 Minuten fährt eine Bahn.
    20 Minuten | duration 20 minute
Jede zweite Stelle blieb leer.
    Jede zweite Stelle | percent 50 %
Pro Jahr entstehen 400 Tonnen Müll.
    400 Tonnen | measure 400 t
Sie verdient 3.200 Euro brutto monatlich.
    3.200 Euro brutto monatlich | rate 3200 EUR/month
Die Kosten: 8,50 Euro, ermäßigt 6 Euro.
    8,50 Euro | money 8.5 EUR
    6 Euro | money 6 EUR
Eintritt frei ab 18 Jahren.
    ab 18 Jahren | duration 18 year at-least
Das Darlehen läuft über 15 Jahre.
    über 15 Jahre | duration 15 year more-than
Er diskutierte über drei Vorschläge.
    drei Vorschläge | count 3
Unter den 14 Toten sind sechs Kinder.
    14 Toten | count 14
    sechs Kinder | count 6
Bis zu vier Prozent der Fläche sind betroffen.
    Bis zu vier Prozent | percent 4 % at-most
Die Zahl sank um mehr als ein Drittel auf unter 9.000.
    mehr als ein Drittel | percent 33.3333 % more-than
    unter 9.000 | count 9000 less-than
Gut jeder Zehnte ist armutsgefährdet.
    Gut jeder Zehnte | percent 10 % more-than
Mit 14:3 Stimmen bei zwei Enthaltungen nahm der Rat den Antrag an.
    zwei Enthaltungen | count 2
Die Koalition hat 112 von 217 Sitzen.
    112 | count 112
    217 Sitzen | count 217
Er hat ein Vermögen von einer Milliarde Euro.
    einer Milliarde Euro | money 1000000000 EUR
Sie gab ein Prozent ihres Gehalts.
    ein Prozent | percent 1 %
Die Partei kam auf 4,9 Prozent und verfehlte die Fünf-Prozent-Hürde.
    4,9 Prozent | percent 4.9 %
    Fünf-Prozent | percent 5 %
Das Gebiet ist 3,2-mal so groß wie Berlin.
    3,2-mal | count 3.2
Die Produktion wuchs auf das 2,5-Fache.
    2,5-Fache | count 2.5
Er lief 42,195 Kilometer in unter drei Stunden.
    42,195 Kilometer | measure 42.195 km
    unter drei Stunden | duration 3 hour less-than
Der Berg ist 2.962 m hoch.
    2.962 m | measure 2962 m
Die Strecke ist 12 km lang und bis zu 18 % steil.
    12 km | measure 12 km
    bis zu 18 % | percent 18 % at-most
Das Baby wog 3.450 Gramm.
    3.450 Gramm | measure 3450 g
Die Batterie hat 75 kWh und lädt mit 150 kW.
    75 kWh | measure 75 kWh
    150 kW | measure 150 kW
Es wurde 38,7 °C heiß.
    38,7 °C | measure 38.7 Cel
Es fielen bis zu 20 cm Schnee.
    bis zu 20 cm | measure 20 cm at-most
Der CO2-Ausstoß sank auf 95 g/km.
    95 g/km | rate 95 g/km
Die Konzentration beträgt 50 Mikrogramm pro Kubikmeter.
    50 Mikrogramm pro Kubikmeter | rate 50 ug/m3
Der Akku hält 12 h.
    12 h | duration 12 hour
Der Film dauert 138 Minuten.
    138 Minuten | duration 138 minute
Das Urteil fiel nach 14-monatigem Prozess.
    14-monatigem | duration 14 month
Sie ist seit 2015 Bürgermeisterin und seit Mai im Landtag.
    2015 | date "2015"
    Mai | date "2022-05"
Er wurde 1956 in Bonn geboren († 2019).
    1956 | date "1956"
    2019 | date "2019"
Goethe (1749–1832) lebte dort.
    1749–1832 | date ["1749","1832"]
Die Olympischen Spiele 2024 in Paris.
    2024 | date "2024"
Die Wahl 2025 wird knapp.
    2025 | date "2025"
Im Haushaltsjahr 2023/2024 fehlen 4 Mio.
    Haushaltsjahr 2023/2024 | date ["2023","2024"]
    4 Mio | count 4000000
Anfang dieses Jahres stieg der Preis.
    Anfang dieses Jahres | date "2022" about
Ende vergangenen Jahres waren es 12.
    Ende vergangenen Jahres | date "2021" about
    12 | count 12
Anfang kommender Woche fällt die Entscheidung.
    Anfang kommender Woche | date "2022-W38" week about
Mitte der Woche wird es kühler.
    Mitte der Woche | date "2022-W37" week about
In der zweiten Jahreshälfte 2022 wird es enger.
    zweiten Jahreshälfte 2022 | date ["2022-07","2022-12"]
Im Vorjahreszeitraum waren es 14,1 Prozent.
    Vorjahreszeitraum | date "2021"
    14,1 Prozent | percent 14.1 %
Im zweiten Quartal lag der Umsatz bei 3,1 Mrd. Euro.
    zweiten Quartal | date ["2022-04","2022-06"]
    3,1 Mrd. Euro | money 3100000000 EUR
Bis Herbst 2023 dauert der Umbau.
    Herbst 2023 | date "2023" about
Im Herbst wird gewählt.
    Herbst | date "2022" about
Im kommenden Sommer sollen die Arbeiten beginnen.
    kommenden Sommer | date "2023" about
Letzten Mai starb er.
    Letzten Mai | date "2022-05"
Nächsten Dienstag kommt der Kanzler.
    Nächsten Dienstag | date "2022-09-20"
Am Wochenende demonstrierten 5.000 Menschen.
    Wochenende | date ["2022-09-10","2022-09-11"]
    5.000 Menschen | count 5000
Am vergangenen Wochenende brannte es.
    vergangenen Wochenende | date ["2022-09-10","2022-09-11"]
Von Montag bis Freitag ist geöffnet.
    Montag bis Freitag | date ["2022-09-12","2022-09-16"]
Bereits am 2.9. hatte er gewarnt.
    2.9. | date "2022-09-02"
Am Abend des 3. September war Schluss.
    3. September | date "2022-09-03"
In den nächsten zehn Jahren sollen 50 Kliniken schließen.
    zehn Jahren | duration 10 year
    50 Kliniken | count 50
In den ersten sechs Monaten des Jahres sank der Absatz.
    sechs Monaten | duration 6 month
Nach nur zwei Jahren im Amt geht sie.
    zwei Jahren | duration 2 year
Über Jahrzehnte wuchs der Schuldenberg.
    Jahrzehnte | duration null decade vague
Monatelang passierte nichts.
Er wartete stundenlang.
Ein halbes Jahr später zog er aus.
    Ein halbes Jahr | duration 0.5 year
Eine halbe Stunde reicht.
    Eine halbe Stunde | duration 0.5 hour
Eineinhalb Jahre nach der Tat.
    Eineinhalb Jahre | duration 1.5 year
Ein paar Hundert Leute kamen.
    Ein paar Hundert Leute | count null vague
Einige Tausend Euro fehlen.
    Einige Tausend Euro | money null EUR vague
Ein paar Tage Urlaub.
    Ein paar Tage | duration null day vague
Viele Hundert Helfer und abertausende Spender.
    Viele Hundert Helfer | count null vague
    abertausende Spender | count null vague
Millionen von Bäumen starben.
    Millionen von Bäumen | count null vague
Das kostet Milliarden.
    Milliarden | count null vague
Die Milliardenhilfe ist da.
    Milliardenhilfe | money null vague
Es geht um einen dreistelligen Millionenbetrag.
    dreistelligen Millionenbetrag | money null vague
Die Strafe fällt fünfstellig aus.
Er zahlte 1000 Mark Strafe.
    1000 Mark | money 1000 DEM
Sie gewann 10000 Euro.
    10000 Euro | money 10000 EUR
2000 Menschen kamen zur Kundgebung.
    2000 Menschen | count 2000
Rund 2000 Menschen kamen.
    Rund 2000 Menschen | count 2000 about
Im Jahr 2000 kamen 1900 Gäste.
    2000 | date "2000"
    1900 Gäste | count 1900
Zwischen 10 und 12 Uhr ist geschlossen.
§ 218 StGB und Art. 2 Abs. 1 GG
Am 5. und 6. Mai sowie am 9. Juni
    5. und 6. Mai | date ["2022-05-05","2022-05-06"]
    9. Juni | date "2022-06-09"
1.) Erstens: Geld. 2.) Zweitens: Zeit.
Punkt 3 der Tagesordnung
In Gruppe 2 spielt Polen.
Die Boeing 737 landete um 9 Uhr.
Flug LH 400 hatte 45 Minuten Verspätung.
    45 Minuten | duration 45 minute
Der ICE 577 fährt nicht.
Das iPhone 15 kostet 949 Euro.
    949 Euro | money 949 EUR
Etwa ½ Liter Milch und 2½ Tassen Mehl
    Etwa ½ Liter | measure 0.5 l about
    2½ Tassen | count 2.5
Er trank zwei Liter.
    zwei Liter | measure 2 l
Sieben auf einen Streich.
    Sieben | count 7
Das sind, grob gerechnet, 300 Millionen.
    300 Millionen | count 300000000
Null Toleranz gegenüber Gewalt, null Prozent Zinsen.
    null Prozent | percent 0 %
"##,
    );
}

#[test]
fn english_counts_money_shares() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
The shipyard employs 1,280 people, 310 of them in Glasgow.
    1,280 people | count 1280
    310 | count 310
Revenue rose 5.5 percent to $3.28 billion.
    5.5 percent | percent 5.5 %
    $3.28 billion | money 3280000000 USD
The bank posted a profit of £1.1bn, up from £980m a year earlier.
    £1.1bn | money 1100000000 GBP
    £980m | money 980000000 GBP
    a year | duration 1 year
It will cost taxpayers $120 million.
    $120 million | money 120000000 USD
Some 3,000 fans turned up, about 1,200 more than expected.
    Some 3,000 fans | count 3000 about
    about 1,200 | count 1200 about
Twelve thousand volunteers were on duty.
    Twelve thousand volunteers | count 12000
Two and a half million households lost power.
    Two and a half million households | count 2500000
Half a million people live there.
    Half a million people | count 500000
A dozen sheep were grazing; dozens more had fled.
    A dozen sheep | count 12
    dozens | count null vague
A third of respondents disagree, and two-thirds approve.
    A third | percent 33.3333 %
    two-thirds | percent 66.6667 %
Four in ten voters stayed at home, and one in three regretted it.
    Four in ten | percent 40 %
    one in three | percent 33.3333 %
Nearly half of the seats are vacant.
    Nearly half | percent 50 % nearly
Roughly a quarter of homes are insured.
    Roughly a quarter | percent 25 % about
Hundreds of thousands of people marched.
    Hundreds of thousands of people | count null vague
Tens of millions of dollars were lost.
    Tens of millions of dollars | money null USD vague
Several hundred workers walked out.
    Several hundred workers | count null vague
A few weeks later the money was gone.
    A few weeks | duration null week vague
No more than 40 boats left port.
    No more than 40 boats | count 40 at-most
At least 27 people died and more than 100 were injured.
    At least 27 people | count 27 at-least
    more than 100 | count 100 more-than
Just under 17,000 people watched the match.
    Just under 17,000 people | count 17000 nearly
The device costs around $300.
    around $300 | money 300 USD about
Temperatures fell to minus 12 degrees Celsius.
    minus 12 degrees Celsius | measure -12 Cel
Children under 14 travel free.
    under 14 | count 14 less-than
The reserves last eleven weeks or longer, and bolts of 12 mm or smaller fit.
    eleven weeks or longer | duration 11 week at-least
    12 mm or smaller | measure 12 mm at-most
There are 24 short-stay beds, 9 state-run hospitals and 6 car-parks.
    24 short-stay beds | count 24
    9 state-run hospitals | count 9
    6 car-parks | count 6
Groups of 20 or more must book.
    20 or more | count 20 at-least
Between 3 and 5 million tonnes of wheat are missing.
    Between 3 and 5 million tonnes | measure [3000000,5000000] t
Interest rates rose from 3 to 4.5 percent.
    3 | percent 3 %
    4.5 percent | percent 4.5 %
Shares fell from $12 to $9.
    $12 | money 12 USD
    $9 | money 9 USD
They pay 190 to 240 euros a month.
    190 to 240 euros a month | rate [190,240] EUR/month
The rent is €14.20 per square metre.
    €14.20 per square metre | rate 14.2 EUR/m2
He drove at 90 mph for 20 miles.
    90 mph | measure 90 mi/h
    20 miles | measure 20 mi
The unemployment rate was 6.1%, down 0.2 percentage points.
    6.1% | percent 6.1 %
    0.2 percentage points | percent 0.2 pp
The Bank of England cut its rate by 25 basis points to 3.75%.
    25 basis points | percent 25 bp
    3.75% | percent 3.75 %
The club is ranked 36th, its rival third.
    36th | rank 36
It is the second-highest reading since 1991.
    second-highest | rank 2
    1991 | date "1991"
It is the world's third largest economy.
    third largest | rank 3
She jumped 8.12 metres and ran the 100 metres in 10.3 seconds.
    8.12 metres | measure 8.12 m
    100 metres | measure 100 m
    10.3 seconds | duration 10.3 second
The plant covers 45 hectares and produces 40 megawatts.
    45 hectares | measure 45 ha
    40 megawatts | measure 40 MW
Brent crude traded at $82.14 a barrel.
    $82.14 a barrel | rate 82.14 USD/bbl
Electricity costs 6.5 cents per kilowatt-hour.
    6.5 cents per kilowatt-hour | rate 6.5 ct/kWh
The minimum wage rises to £12.21 an hour.
    £12.21 an hour | rate 12.21 GBP/hour
In 2019 the city had 540,000 inhabitants.
    2019 | date "2019"
    540,000 inhabitants | count 540000
From 2014 to 2020 she ran the agency.
    2014 to 2020 | date ["2014","2020"]
Between 1998 and 2005, 43 branches closed.
    Between 1998 and 2005 | date ["1998","2005"]
    43 branches | count 43
In the 2023/24 season he scored 17 goals.
    2023/24 | date ["2023","2024"]
    17 goals | count 17
The trial begins on 3 May.
    3 May | date "2023-05-03"
The council meets on October 28 and 29.
    October 28 and 29 | date ["2022-10-28","2022-10-29"]
The festival runs from June 3 to June 5, 2022.
    June 3 to June 5, 2022 | date ["2022-06-03","2022-06-05"]
The contract dated March 12, 2021 expires on Dec. 31.
    March 12, 2021 | date "2021-03-12"
    Dec. 31 | date "2022-12-31"
In early October 2021 she moved.
    early October 2021 | date "2021-10" about
In mid-July the builders came.
    mid-July | date "2022-07" about
By the end of 2023 the bridge should be finished.
    end of 2023 | date "2023" about
He will resign at the end of the year.
    end of the year | date "2022" about
In the first half of the year the economy grew 0.4 per cent.
    first half of the year | date ["2022-01","2022-06"]
    0.4 per cent | percent 0.4 %
In the third quarter of 2021 profit fell to €12m.
    third quarter of 2021 | date ["2021-07","2021-09"]
    €12m | money 12000000 EUR
The museum opens in spring 2025.
    spring 2025 | date "2025" about
Last summer fewer tourists came.
    Last summer | date "2022" about
In the 1960s coal was mined here.
    1960s | date ["1960","1969"]
The late 1990s were hard.
    late 1990s | date ["1990","1999"] about
In the 19th century fishermen lived here.
    19th century | date ["1801","1900"]
Last year there were 214 cases; this year there have been 180 so far.
    Last year | date "2021"
    214 cases | count 214
    this year | date "2022"
    180 | count 180
Last week the river rose.
    Last week | date "2022-W36" week
Yesterday it rained, today the sun is out.
    Yesterday | date "2022-09-13"
    today | date "2022-09-14"
The committee met on Monday and the group on Tuesday evening.
    Monday | date "2022-09-12"
    Tuesday evening | date "2022-09-13"
The session starts on Thursday at 9.30 am.
    Thursday | date "2022-09-15"
The first call came at 5:05 p.m.
United beat City 3-1.
He was sentenced to ten years in prison.
    ten years | duration 10 year
The 42-year-old remained silent.
    42-year-old | duration 42 year
The six-month project dragged on.
    six-month | duration 6 month
Three years ago he moved to Leeds.
    Three years | duration 3 year
For decades the neighbours have quarrelled.
    decades | duration null decade vague
In recent years much has happened.
    recent years | duration null year vague
A year after the fire the house is empty.
    A year | duration 1 year
He must pay within six weeks.
    within six weeks | duration 6 week at-most
The road was closed for three days.
    three days | duration 3 day
Under Article 5 and Section 12 this is allowed.
The M25 is closed; so is the A1.
The G7 and the EU-27 meet.
Covid-19 and 5G were topics.
Call 020 7946 0958 or write to info@desk7.co.uk.
He lives at 10 Downing Street.
Version 2.4.1 fixes the bug; Windows 11 stays.
See page 12 and chapter 3.
One of the men fled.
No one was hurt, and one could see why.
The first instalment is due in May, the second in June.
    May | date "2023-05"
    June | date "2023-06"
Twice as many applications as in 2020 were filed.
    Twice | count 2
    2020 | date "2020"
A bus runs twice a week.
    twice a week | rate 2 1/week
The 27-nation bloc agreed on a €500-million package.
    27-nation | count 27
    €500-million | money 500000000 EUR
She won by 12 points.
    12 points | count 12
Officials said as many as 2,500 homes were damaged.
    as many as 2,500 homes | count 2500 at-most
The fund is worth $1.5tn.
    $1.5tn | money 1500000000000 USD
The deal is worth some A$4.2 billion.
    some A$4.2 billion | money 4200000000 AUD about
It will cost 200 Swedish crowns.
    200 Swedish crowns | money 200 SEK
Inflation hit 10.1% in the 12 months to September.
    10.1% | percent 10.1 %
    12 months to September | date ["2021-10","2022-09"]
More than 60 of the 120 prisoners escaped.
    More than 60 | count 60 more-than
    120 prisoners | count 120
Police arrested 17 of them.
    17 | count 17
The vote passed 52 to 48.
    52 | count 52
    48 | count 48
An estimated 40,000 homes are empty.
    An estimated 40,000 homes | count 40000 about
He paid a hundred and twenty pounds.
    a hundred and twenty pounds | money 120 GBP
Fifty-five thousand troops are stationed there.
    Fifty-five thousand troops | count 55000
The 10-mile run starts at noon.
    10-mile | measure 10 mi
He is 54.
    54 | count 54
Smith, 54, denied the charges.
    54 | count 54
Nineteen soldiers and two civilians died.
    Nineteen soldiers | count 19
    two civilians | count 2
Some 250,000 cubic metres of water leaked.
    Some 250,000 cubic metres | measure 250000 m3 about
The company cut 1,200 jobs in May 2021.
    1,200 jobs | count 1200
    May 2021 | date "2021-05"
Prices climbed 12-fold in nine years.
    12-fold | count 12
    nine years | duration 9 year
The storm brought winds of up to 120 kph.
    up to 120 kph | measure 120 km/h at-most
May was cold; March may be colder.
It took two and a half hours.
    two and a half hours | duration 2.5 hour
About a third higher than last year.
    About a third | percent 33.3333 % about
    last year | date "2021"
The half-hour show drew 3.2m viewers.
    half-hour | duration 0.5 hour
    3.2m viewers | count 3200000
He spent half an hour there.
    half an hour | duration 0.5 hour
The tower is 320 feet tall.
    320 feet | measure 320 ft
The Dow rose 120.5 points, or 0.4 percent, to 34,120.15.
    120.5 points | count 120.5
    0.4 percent | percent 0.4 %
    34,120.15 | count 34120.15
The second half of the game was dull.
In the second half of 2021 sales fell.
    second half of 2021 | date ["2021-07","2021-12"]
Thousands of fans sang.
    Thousands of fans | count null vague
"##,
    );
}

#[test]
fn english_wire_court_sport_ministry() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
LONDON (Reuters) - Oil prices fell 2% on Friday, with Brent futures down $1.62 at $78.20 a barrel by 1215 GMT.
    2% | percent 2 %
    Friday | date "2022-09-09"
    $1.62 | money 1.62 USD
    $78.20 a barrel | rate 78.2 USD/bbl
The S&P 500 gained 0.8% to 5,304.72, while the Nasdaq added 180 points.
    0.8% | percent 0.8 %
    5,304.72 | count 5304.72
    180 points | count 180
Net income was €412 million, or €1.12 per share, up from €388 million.
    €412 million | money 412000000 EUR
    €1.12 per share | rate 1.12 EUR/share
    €388 million | money 388000000 EUR
Revenue for the three months ended June 30 was $2.1 billion.
    three months ended June 30 | date ["2022-04","2022-06"]
    $2.1 billion | money 2100000000 USD
Sales are seen at between $4.5 billion and $4.7 billion for fiscal 2024.
    between $4.5 billion and $4.7 billion | money [4500000000,4700000000] USD
    fiscal 2024 | date "2024"
The company, which has 12,000 employees in 40 countries, will cut one in ten jobs.
    12,000 employees | count 12000
    40 countries | count 40
    one in ten | percent 10 %
It raised $25m in Series B funding from two investors.
    $25m | money 25000000 USD
    two investors | count 2
The yield on the 10-year note rose 4 basis points to 4.21%.
    10-year | duration 10 year
    4 basis points | percent 4 bp
    4.21% | percent 4.21 %
The UN said 1.9 million people, or nine out of ten Gazans, had been displaced.
    1.9 million people | count 1900000
    nine out of ten | percent 90 %
A magnitude 6.3 earthquake struck at 4:12 a.m. local time, killing at least 30.
    6.3 | count 6.3
    at least 30 | count 30 at-least
The fire destroyed more than 1,200 homes over 14,000 acres.
    more than 1,200 homes | count 1200 more-than
    over 14,000 acres | measure 14000 acr more-than
Gov. Ramirez signed the bill on Tuesday, Sept. 3, after a 52-48 vote.
    Tuesday, Sept. 3 | date "2022-09-03"
About 60% of the 1,000 adults polled between Aug. 1 and Aug. 5 disapproved; the margin of error was plus or minus 3 percentage points.
    About 60% | percent 60 % about
    1,000 adults | count 1000
    between Aug. 1 and Aug. 5 | date ["2022-08-01","2022-08-05"]
    plus or minus 3 percentage points | percent 3 pp
The jury deliberated for two days before convicting the 31-year-old on three counts.
    two days | duration 2 day
    31-year-old | duration 31 year
    three counts | count 3
He faces up to 25 years in prison and a fine of $250,000.
    up to 25 years | duration 25 year at-most
    $250,000 | money 250000 USD
The trial is scheduled for January 2023 and could last six weeks.
    January 2023 | date "2023-01"
    six weeks | duration 6 week
Temperatures will reach 35C (95F) in the south on Thursday.
    35C | measure 35 Cel
    95F | measure 95 [degF]
    Thursday | date "2022-09-15"
Winds of 80mph hit the coast; 14in of snow fell.
    80mph | measure 80 mi/h
    14in | measure 14 in
The baby weighed 7 pounds.
    7 pounds | measure 7 lb
A 5-foot wall collapsed.
    5-foot | measure 5 ft
Messi scored in the 17th minute and again 12 minutes later.
    12 minutes | duration 12 minute
She won the 100m in 10.85 seconds, 0.02 seconds ahead of her rival.
    100m | measure 100 m
    10.85 seconds | duration 10.85 second
    0.02 seconds | duration 0.02 second
They are fourth in the table, six points clear.
    six points | count 6
The Lakers won 112-104 on Sunday to go 4-1 up.
    Sunday | date "2022-09-11"
He finished 12th at the Open, five shots behind.
    12th | rank 12
    five shots | count 5
Emissions must fall by 43% by 2030, compared with 2019 levels.
    43% | percent 43 %
    2030 | date "2030"
    2019 | date "2019"
The ministry has set aside £30m for 2023 and 2024.
    £30m | money 30000000 GBP
    2023 | date "2023"
    2024 | date "2024"
Around one million children, a fifth of all pupils, are absent at least once a week.
    Around one million children | count 1000000 about
    a fifth | percent 20 %
    once a week | rate 1 1/week
Life expectancy rose by three months to 81.2 years.
    three months | duration 3 month
    81.2 years | duration 81.2 year
One in five households uses oil.
    One in five | percent 20 %
There were 412.7 cases per 100,000 people.
    412.7 cases per 100,000 people | rate 412.7 case/100000 person
The population grew from 8 million in 1990 to 12 million in 2020.
    8 million | count 8000000
    1990 | date "1990"
    12 million | count 12000000
    2020 | date "2020"
The law takes effect on January 1, 2024.
    January 1, 2024 | date "2024-01-01"
It has been in force since May 2018.
    May 2018 | date "2018-05"
By mid-2025 the plant will produce 50,000 cars a year.
    mid-2025 | date "2025" about
    50,000 cars a year | rate 50000 car/year
In late summer the river dries up.
    late summer | date "2022" about
In the early hours of 12 August the dam broke.
    12 August | date "2022-08-12"
At the turn of the 20th century it had 800 residents.
    20th century | date ["1901","2000"]
    800 residents | count 800
The temple was built in 300 BC.
    300 BC | date "-0299"
The treaty of 1648 ended the war.
    1648 | date "1648"
World War II ended in 1945.
    1945 | date "1945"
The twenties were roaring.
    twenties | date ["1920","1929"]
During the '80s he toured Japan.
    '80s | date ["1980","1989"]
The mid-nineteenth century brought railways.
    mid-nineteenth century | date ["1801","1900"] about
He served two terms, from 1998 to 2005.
    two terms | count 2
    1998 to 2005 | date ["1998","2005"]
The 2016–2020 plan cost $3–4bn.
    2016–2020 | date ["2016","2020"]
    $3–4bn | money [3000000000,4000000000] USD
Prices rose 3-5 per cent.
    3-5 per cent | percent [3,5] %
It lasted 10 to 15 minutes.
    10 to 15 minutes | duration [10,15] minute
She earns $120k.
    $120k | money 120000 USD
They bought 10k shares.
    10k shares | count 10000
A £2 coin was found.
    £2 | money 2 GBP
He owes me a couple of hundred pounds.
    a couple of hundred pounds | money null GBP vague
A few dozen protesters gathered.
    A few dozen protesters | count null vague
Scores of people were hurt.
    Scores of people | count null vague
Many thousands died.
    thousands | count null vague
It is half as big.
The first half was dull, the second half better.
Three quarters of farmers agree.
    Three quarters | percent 75 %
Sales fell by half.
    half | percent 50 %
The budget was cut by a third.
    a third | percent 33.3333 %
He drank a quarter of a litre.
    a quarter | percent 25 %
The debt is three times its annual output.
    three times | count 3
She has been twice married.
The price has doubled since 2019.
    2019 | date "2019"
A two-state solution is off the table.
The five-star hotel has 120 rooms.
    120 rooms | count 120
A six-pack of beer.
The second-largest party won 71 of 230 seats.
    second-largest | rank 2
    71 | count 71
    230 seats | count 230
Section 230 protects platforms.
Under Title IX and Rule 41(b), he lost.
The iPhone 15 costs $799.
    $799 | money 799 USD
Room 101 is on level 3.
He is world number one.
The Fab Four played.
At 65, he retired.
    65 | count 65
Aged 17, she left home.
    17 | duration 17 year
The 18-to-24 age group.
    18-to-24 | count [18,24]
People aged 18 to 24 voted less.
    18 to 24 | duration [18,24] year
The suspect, 24, is 6 feet tall.
    24 | count 24
    6 feet | measure 6 ft
It opened 24/7.
The meeting will be held from 9am to 5pm.
The deadline is midnight on 31 March.
    31 March | date "2023-03-31"
Next Monday the strike begins.
    Next Monday | date "2022-09-19"
The bill was passed last October.
    last October | date "2021-10"
This week's meeting was cancelled.
    This week | date "2022-W37" week
Last Friday's ruling was historic.
    Last Friday | date "2022-09-09"
He said in January that it would be done by April.
    January | date "2022-01"
    April | date "2023-04"
In the fourth quarter, profit doubled.
    fourth quarter | date ["2021-10","2021-12"]
Q3 revenue was $1.2bn.
    Q3 | date ["2022-07","2022-09"]
    $1.2bn | money 1200000000 USD
H1 2022 was weak.
    H1 2022 | date ["2022-01","2022-06"]
It costs US$5 million.
    US$5 million | money 5000000 USD
The pact covers 1,5 million hectares.
    1,5 million hectares | measure 1500000 ha
It is worth EUR 5.2 billion and USD 300 million.
    EUR 5.2 billion | money 5200000000 EUR
    USD 300 million | money 300000000 USD
Rs 500 crore was spent.
    Rs 500 crore | money 5000000000 INR
He won 1 million yen.
    1 million yen | money 1000000 JPY
The village lies 1,800 metres above sea level, 12km from the border.
    1,800 metres | measure 1800 m
    12km | measure 12 km
"##,
    );
}

#[test]
fn english_by_themselves() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
About 1 in 5 adults smokes.
    About 1 in 5 | percent 20 % about
The firm has 3 offices: 2 in Rome, 1 in Bari.
    3 offices | count 3
    2 | count 2
    1 | count 1
Ministers must respond by Friday.
    Friday | date "2022-09-16"
The half-time score was 1-1.
Thousands of miles away, 40-odd protesters gathered.
    Thousands of miles | measure null mi vague
    40-odd protesters | count 40 about
Some years ago it was different.
    Some years | duration null year vague
Some 3,000 pilgrims came.
    Some 3,000 pilgrims | count 3000 about
Hospitals reported 1.4m missed appointments in the year to March.
    1.4m missed appointments | count 1400000
    year to March | date ["2021-04","2022-03"]
Net migration fell by more than half to 204,000.
    more than half | percent 50 % more-than
    204,000 | count 204000
The plan would cost a quarter of a million pounds.
    a quarter of a million pounds | money 250000 GBP
It happened on the night of 3 to 4 September.
    3 to 4 September | date ["2022-09-03","2022-09-04"]
More than four-fifths of the funds are spent.
    More than four-fifths | percent 80 % more-than
Costs are expected to be in the range of $30 million to $35 million.
    $30 million to $35 million | money [30000000,35000000] USD
Contact: +44 20 7946 0000 or press@firm.example
See https://example.org/2021/04/05/page-3 for details.
The study (doi:10.1000/182) covered 2,300 patients.
    2,300 patients | count 2300
"##,
    );
}
