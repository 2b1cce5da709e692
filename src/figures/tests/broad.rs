//! Figures of many sorts that news and documents state in passing.

use super::check;
use crate::lang::Lang;

#[test]
fn german_broad() {
    check(
        Lang::De,
        "2024-05-17",
        r##"
Die Anhörung wird am 23. fortgesetzt, Stellungnahmen sind bis zum 28. möglich.
    23. | date "2024-05-23"
    28. | date "2024-05-28"
Am 12. Spieltag und zum 25. Jubiläum kamen alle.
In der 9. Kalenderwoche und in KW 11/2023 fiel der Unterricht aus.
    9. Kalenderwoche | date "2024-W09" week
    KW 11/2023 | date "2023-W11" week
An Heiligabend 2022 und zu Silvester blieb das Bad geschlossen.
    Heiligabend 2022 | date "2022-12-24"
    Silvester | date "2022-12-31"
Sie kam an einem Märzabend 1998 zur Welt.
    Märzabend 1998 | date "1998-03"
Das Schlussquartal 2023 war schwach, das Auftaktquartal 2024 besser.
    Schlussquartal 2023 | date ["2023-10","2023-12"]
    Auftaktquartal 2024 | date ["2024-01","2024-03"]
Im Geschäftsjahr 2022/23 sank der Absatz.
    Geschäftsjahr 2022/23 | date ["2022","2023"]
Am frühen Samstagmorgen brannte eine Scheune.
    frühen Samstagmorgen | date "2024-05-11"
Ende der 70er zog der Betrieb um, in den 80ern wuchs er.
    Ende der 70er | date ["1970","1979"] about
    80ern | date ["1980","1989"]
Ab morgen, Samstag, ist das Freibad offen.
    morgen | date "2024-05-18"
Der Komet 2023 QX7 ist mit bloßem Auge zu sehen.
Seit dem Schwarzen Freitag 1927 fiel der Index nie so tief.
    Schwarzen Freitag 1927 | date "1927"
Ein gutes Dutzend Gäste blieb ein knappes Jahr, eine gute Stunde hätte gereicht.
    Ein gutes Dutzend Gäste | count 12 more-than
    ein knappes Jahr | duration 1 year nearly
    eine gute Stunde | duration 1 hour more-than
Das war ein gutes Jahr für den Weinbau.
Sie bekam einen Monat Haft.
    einen Monat | duration 1 month
Die Läuferin wurde Vierte; Dritter wurde ein Norweger, Tabellenzweiter bleibt Essen.
    Vierte | rank 4
    Dritter | rank 3
    Tabellenzweiter | rank 2
Als Nummer zwei der Setzliste schied er aus.
    Nummer zwei | rank 2
Es fehlten drei Zehntelsekunden, am Ende fünf Hundertstel.
    drei Zehntelsekunden | duration 0.3 second
    fünf Hundertstel | duration 0.05 second
Sie siegte in 3:41,78 Minuten, der Marathon dauerte 2:09:41.
    3:41,78 Minuten | duration 221.78 second
    2:09:41 | duration 7781 second
Gemessen wurden 151/92 mmHg und ein Puls von 96/min.
    151/92 mmHg | measure null mm[Hg]
    96/min | rate 96 1/min
Zwischen −3 und +6 Grad liegen die Werte.
    Zwischen −3 und +6 Grad | measure [-3,6] Cel
Am liebsten mit zwei, drei Kollegen oder mit fünf oder sechs Nachbarn.
    zwei, drei Kollegen | count [2,3]
    fünf oder sechs Nachbarn | count [5,6]
Man stritt über neun Millionen Euro, eine Rechnung über 700 Euro lag bei.
    neun Millionen Euro | money 9000000 EUR
    700 Euro | money 700 EUR
Windböen erreichen bis 90 km/h, in den Klassen 5 bis 10 fällt Sport aus.
    bis 90 km/h | measure 90 km/h at-most
Die Station 20481 meldete Frost, der ID.4 blieb stehen.
Die Antworten auf die Fragen 3 bis 7 fehlen.
Von den Booten sank nur eines davon.
    eines | count 1
Der Konzern verlor an einem Tag zwei Milliarden Euro.
    einem Tag | duration 1 day
    zwei Milliarden Euro | money 2000000000 EUR
Die halbstündige Pause und die anderthalbstündige Fahrt vergingen schnell.
    halbstündige | duration 0.5 hour
    anderthalbstündige | duration 1.5 hour
Der Gewinn lag bei 310 (Vorjahr: 275) Mio. €.
    310 | money 310000000 EUR
    Vorjahr | date "2023"
    275 | money 275000000 EUR
Gefördert wurden 1,5, 2,1 und 3,2 Millionen Tonnen.
    1,5 | measure 1500000 t
    2,1 | measure 2100000 t
    3,2 Millionen Tonnen | measure 3200000 t
Bei 180 °C 25 Minuten backen.
    180 °C | measure 180 Cel
    25 Minuten | duration 25 minute
Im Siebenjährigen Krieg verlor Sachsen viel.
Eine Umfrage unter 1.200 Wahlberechtigten zeigt das.
    1.200 Wahlberechtigten | count 1200
Es kostete drei Euro 50.
    drei Euro 50 | money 3.5 EUR
Stunden später kam Hilfe.
    Stunden | duration null hour vague
"##,
    );
}

#[test]
fn english_broad() {
    check(
        Lang::En,
        "2024-05-17",
        r##"
The hearing resumes on the 23rd; objections are due by the 28th.
    23rd | date "2024-05-23"
    28th | date "2024-05-28"
She birdied the 17th hole on the 18th floor.
The fair runs from August 12 through 15 and on June 20, 21 and 22.
    August 12 through 15 | date ["2024-08-12","2024-08-15"]
    June 20 | date "2024-06-20"
    21 | date "2024-06-21"
    22 | date "2024-06-22"
It opens on New Year's Eve and closes at Easter 2025; the Christmas market is full.
    New Year's Eve | date "2024-12-31"
    Easter 2025 | date "2025-04-20"
Sales rose in the year to March and in the six months ended June 30 $2m was lost.
    year to March | date ["2023-04","2024-03"]
    six months ended June 30 | date ["2023-01","2023-06"]
    $2m | money 2000000 USD
In fiscal 2023 it lost money.
    fiscal 2023 | date "2023"
This evening the bridge closes; by mid-decade it will be gone.
    This evening | date "2024-05-17"
    mid-decade | date "2025" about
In winter the pass is shut.
The asteroid 2023 QX7 passes in June.
    June | date "2023-06"
See Smith v Jones (2019) EWCA Civ 12.
In his mid-thirties he moved; her mother was in her 60s.
    mid-thirties | duration [34,36] year about
    60s | duration [60,69] year about
The band formed in the mid-nineties and split in the early 60s.
    mid-nineties | date ["1990","1999"] about
    early 60s | date ["1960","1969"] about
A month-long siege ended hours after the vote.
    month-long | duration 1 month
    hours | duration null hour vague
A full year and a good hour went by; it was a good day.
    A full year | duration 1 year
    a good hour | duration 1 hour
A mile and a half, an hour and a quarter, a fortnight.
    A mile and a half | measure 1.5 mi
    an hour and a quarter | duration 1.25 hour
    a fortnight | duration 2 week
She finished third, tied for nothing, and dropped to joint second.
    third | rank 3
    joint second | rank 2
He wore No. 23 and sat opposite Juror No. 11; the song hit No. 4.
    No. 4 | rank 4
Five or six months, seven or eight paces.
    Five or six months | duration [5,6] month
    seven or eight paces | count [7,8]
Thirty-odd farmers and a six-shot lead over a three-way race.
    Thirty-odd farmers | count 30 about
    six-shot | count 6
It has one rule: nobody leaves. One analyst said so. No one cares.
    one rule | count 1
Fares were two pounds eighty, rates 4-1/4 to 4-1/2 percent.
    two pounds eighty | money 2.8 GBP
    4-1/4 to 4-1/2 percent | percent [4.25,4.5] %
The first 911 call named 3 Commando Brigade and a .22 rifle.
England closed on 302 for seven; he took two for 55.
The marathon took 2:00:35, the 5,000 metres were run in 13:51.
    2:00:35 | duration 7235 second
    5,000 metres | measure 5000 m
    13:51 | duration 831 second
It struck at one minute past midnight, at half past four.
The pressure was 142/91 mm Hg.
    142/91 mm Hg | measure null mm[Hg]
A 4K screen and a 5,000mAh battery.
    5,000mAh | measure 5000 mAh
Once a week, twice a day.
    Once a week | rate 1 1/week
    twice a day | rate 2 1/day
It is minus 12 tonight.
    minus 12 | count -12
    tonight | date "2024-05-17"
Rev. 2 applies.
Between junctions 21 and 24 traffic stopped.
It lies 4.2 light years away; the 1700s were calm.
    4.2 light years | measure 4.2 ly
    1700s | date ["1700","1799"]
"##,
    );
}
