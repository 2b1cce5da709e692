//! Lengths in several units, dates told in a story or pointed at by a verb, lists of shares, and numbers that are names.

use super::check;
use crate::lang::Lang;

#[test]
fn german_lengths_in_several_units() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Die Fahrt dauerte eine Stunde und zwanzig Minuten.
    eine Stunde und zwanzig Minuten | duration 80 minute
Nach 2 Tagen, 3 Stunden und 5 Minuten war das Tal erreicht.
    2 Tagen, 3 Stunden und 5 Minuten | duration 3065 minute
Sie erhielt zwei Jahre und neun Monate Haft.
    zwei Jahre und neun Monate | duration 33 month
Mit 3:12 Minuten lief sie Bestzeit.
    3:12 Minuten | duration 192 second
Der Start verschiebt sich um ein Jahr, die Prüfung dauert eine Woche.
    ein Jahr | duration 1 year
    eine Woche | duration 1 week
Er wartete eine Dreiviertelstunde.
    eine Dreiviertelstunde | duration 0.75 hour
Nach drei, vier Tagen ist der Lack trocken.
    drei, vier Tagen | duration [3,4] day
Der Lauf über 10 Kilometer fiel aus.
    10 Kilometer | measure 10 km
Sie arbeitet seit über 15 Jahren dort.
    über 15 Jahren | duration 15 year more-than
"##,
    );
}

#[test]
fn english_lengths_in_several_units() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
The crossing took two hours and 51 minutes.
    two hours and 51 minutes | duration 171 minute
They were gone for a year and a half.
    a year and a half | duration 1.5 year
It has hardly rained in a month.
    a month | duration 1 month
Rents doubled over the past decade.
    past decade | duration 1 decade
Add 1 1/2 cups of flour and 1/2 tsp salt.
    1 1/2 cups | measure 1.5 cup
    1/2 tsp | measure 0.5 tsp
About 1/3 of the pupils walk.
    About 1/3 | percent 33.3333 % about
The wall is half a metre thick.
    half a metre | measure 0.5 m
"##,
    );
}

#[test]
fn stories_go_on_in_the_year_they_reached() {
    check(
        Lang::De,
        "2012-05-20",
        r##"
Am 3. Oktober 1866 endete der Krieg; am 20. Dezember wurde das Land eingegliedert, im Januar folgte die Verwaltung.
    3. Oktober 1866 | date "1866-10-03"
    20. Dezember | date "1866-12-20"
    Januar | date "1867-01"
Die Belagerung dauerte vom 23. August 1702 bis zum 2. Februar 1703; am 19. November brach Feuer aus, am nächsten Morgen Hunger.
    23. August 1702 bis zum 2. Februar 1703 | date ["1702-08-23","1703-02-02"]
    19. November | date "1702-11-19"
    nächsten Morgen | date "1702-11-20"
2011 wuchs der Umsatz auf 40 Millionen Euro, im Vorjahr waren es 38.
    2011 | date "2011"
    40 Millionen Euro | money 40000000 EUR
    Vorjahr | date "2010"
    38 | count 38
"##,
    );
    check(
        Lang::En,
        "2012-05-20",
        r##"
On 12 June 1897 the quake struck. By 14 June the roads were cleared, and the next day trains ran.
    12 June 1897 | date "1897-06-12"
    14 June | date "1897-06-14"
    next day | date "1897-06-15"
"##,
    );
}

#[test]
fn verbs_say_which_way_a_date_lies() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Am Montag entscheiden die Mitglieder über den Vertrag.
    Montag | date "2022-09-19"
Der Ausschuss verlor am Montag die Geduld.
    Montag | date "2022-09-12"
Der Bericht wird am 15. März veröffentlicht.
    15. März | date "2023-03-15"
In der Nacht zum Freitag sinken die Temperaturen.
    Nacht zum Freitag | date "2022-09-16"
Die Regeln gelten ab Samstag.
    Samstag | date "2022-09-17"
Das ist mehr als im Dezember.
    Dezember | date "2021-12"
Tags zuvor hatte es geregnet.
    Tags zuvor | date null
"##,
    );
    check(
        Lang::En,
        "2022-09-14",
        r##"
The report will now be published on 15 March.
    15 March | date "2023-03-15"
The survey that he ordered in December will open in January.
    December | date "2021-12"
    January | date "2023-01"
The union has until Friday to reply.
    Friday | date "2022-09-16"
The bridge closed on Friday.
    Friday | date "2022-09-09"
She said in January that it would open by May.
    January | date "2022-01"
    May | date "2023-05"
Police searched the flat last night.
    last night | date "2022-09-13"
"##,
    );
}

#[test]
fn numbers_that_are_names() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Das Schiff lag an Liegeplatz 7, die Gäste wohnten in Zimmer 12.
Dann lief an Liegeplatz 7 Schweröl aus, an Kai 3 Getreide.
Waldbrandstufe 4 gilt im ganzen Kreis.
Notruf unter 112 oder 0171 555.
Die Feier auf dem Platz des 17. Juni fiel aus.
Das regeln die §§ 12, 14 und 19 des Gesetzes.
"##,
    );
    check(
        Lang::En,
        "2022-09-14",
        r##"
The ferry left from Berth 7 and Gate 4.
Heat 3 was run again; question 14 stayed open.
PM2.5 was measured (see [47]).
He appeared on 60 Minutes.
"##,
    );
}

#[test]
fn numbers_in_a_list_of_shares_are_shares() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Die Rechte kam auf 22 Prozent, die Mitte 14, die Linke 13 Prozent.
    22 Prozent | percent 22 %
    14 | percent 14 %
    13 Prozent | percent 13 %
Der Fehler beträgt plus/minus drei Prozentpunkte.
    plus/minus drei Prozentpunkte | percent 3 pp
Bewilligt wurden 268 von gut 430 Anträgen.
    268 | count 268
    gut 430 Anträgen | count 430 more-than
"##,
    );
}

#[test]
fn periods_and_points_in_more_of_their_forms() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
In den drei Monaten bis Juni sank der Absatz.
    drei Monaten bis Juni | date ["2022-04","2022-06"]
Im Juli und August 2020 war es trocken.
    Juli und August 2020 | date ["2020-07","2020-08"]
Ende der Neunziger und in den frühen Nullerjahren war das anders.
    Ende der Neunziger | date ["1990","1999"] about
    frühen Nullerjahren | date ["2000","2009"] about
In der ersten Hälfte des 18. Jahrhunderts wuchs die Stadt.
    ersten Hälfte des 18. Jahrhunderts | date ["1701","1750"]
Am Pfingstmontag bleibt das Bad zu.
    Pfingstmontag | date "2023-05-29"
Vorletzte Woche schloss der Laden.
    Vorletzte Woche | date "2022-W35" week
Im dritten Jahrhundert v. Chr. entstand der Tempel.
    dritten Jahrhundert v. Chr. | date ["-0299","-0200"]
"##,
    );
    check(
        Lang::En,
        "2022-09-14",
        r##"
In the three months ended June 2021 sales fell.
    three months ended June 2021 | date ["2021-04","2021-06"]
It opened in June and July 2019, and again the following year.
    June and July 2019 | date ["2019-06","2019-07"]
    following year | date "2020"
The town was buried in AD 79.
    AD 79 | date "0079"
They met the day before yesterday.
    day before yesterday | date "2022-09-12"
It took one-and-a-half hours and a quarter of an hour more.
    one-and-a-half hours | duration 1.5 hour
    a quarter of an hour | duration 0.25 hour
He moved there at the age of 17.
    17 | duration 17 year
"##,
    );
}
