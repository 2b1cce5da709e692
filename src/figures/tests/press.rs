//! Styles of the press that the other tables lack: what other programs read and we once did not.

use super::check;
use crate::lang::Lang;

#[test]
fn german_press() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Am 3. und 4. Juli ruht der Fährbetrieb, am 3. und 10. August auch.
    3. und 4. Juli | date ["2022-07-03","2022-07-04"]
    3. | date "2022-08-03"
    10. August | date "2022-08-10"
In der Nacht von Freitag auf Samstag lief der Keller voll.
    Freitag auf Samstag | date ["2022-09-09","2022-09-10"]
Von Montag, 19. September, bis Freitag, 23. September, ist die Schleuse zu.
    Montag, 19. September, bis Freitag, 23. September | date ["2022-09-19","2022-09-23"]
Im Juni/Juli 2021 blieb der Fluss niedrig.
    Juni/Juli 2021 | date ["2021-06","2021-07"]
Seit dem Wochenende brennt das Moor, vor dem Winter wird es nicht gelöscht.
    Wochenende | date ["2022-09-10","2022-09-11"]
    Winter | date "2022" about
Das Kuratorium berät im Frühjahr darüber.
    Frühjahr | date "2022" about
Über die Brücke wird voraussichtlich im Herbst entschieden.
    Herbst | date "2022" about
Bis Montag wurden 37 tote Schwäne gefunden.
    Montag | date "2022-09-12"
    37 tote Schwäne | count 37
Der Verein hatte bis Freitag Zeit.
    Freitag | date "2022-09-16"
Die Bürgermeisterin hat die Helfer, die noch im Lager liegen, am Montag besucht.
    Montag | date "2022-09-12"
Der Umbau begann später als geplant, im August.
    August | date "2022-08"
Donnerstagfrüh brach der Deich.
    Donnerstagfrüh | date "2022-09-08"
Sie ist Jahrgang 1948 und fährt einen Traktor, Baujahr 1972.
    1948 | date "1948"
    1972 | date "1972"
Heft 3/2022 der Zeitschrift kostet 8,– Euro.
    8,– Euro | money 8 EUR
Binnen zweier Tage und dreier Nächte war der Hafen leer; der Dreier fiel ins Wasser.
    Binnen zweier Tage | duration 2 day at-most
    dreier Nächte | count 3
Die Wirtin ist Mitte vierzig, ihr Koch Anfang 50.
    Mitte vierzig | duration [44,46] year about
    Anfang 50 | duration [50,53] year about
Der Absatz betrug 213 (Vorjahr: 198) Millionen Euro.
    213 | money 213000000 EUR
    Vorjahr | date "2021"
    198 | money 198000000 EUR
Das Verfahren (Az.: 12 O 345/22) ruht; BLZ 500 105 17, Drucksache 20(9)312.
Zigtausende kamen zum Hafen.
    Zigtausende | count null vague
Der Zusammenhang war deutlich (p < 0,01).
Die Liste hat eine Stimme Mehrheit und einen Sitz weniger als früher.
    eine Stimme | count 1
    einen Sitz | count 1
Der Ertrag wuchs um vier auf 61 Prozent.
    vier | percent 4 %
    61 Prozent | percent 61 %
Für Unter-25-Jährige ist die Fähre frei.
    25-Jährige | duration 25 year
Zwischen zwei- und dreitausend Störche rasteten dort.
    Zwischen zwei- und dreitausend Störche | count [2000,3000]
Drei bis vier Mal im Jahr wird gemäht.
    Drei bis vier Mal im Jahr | rate [3,4] Mal/year
Nach Phase drei bleibt das Bett acht bis zwölf Euro teurer.
    acht bis zwölf Euro | money [8,12] EUR
"##,
    );
}

#[test]
fn english_press() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
On July 3 and 4 the ferry rests, on August 3 and 10 too.
    July 3 and 4 | date ["2022-07-03","2022-07-04"]
    August 3 | date "2022-08-03"
    10 | date "2022-08-10"
It was dry in both May and June, and in the 60s and 70s.
    May and June | date ["2022-05","2022-06"]
    60s and 70s | date ["1960","1979"]
The lock is shut from Monday, September 19, to Friday, September 23.
    Monday, September 19, to Friday, September 23 | date ["2022-09-19","2022-09-23"]
In June/July 2021 the river stayed low.
    June/July 2021 | date ["2021-06","2021-07"]
The moor has burned since the summer; losses may pass €9m by the end of the winter.
    summer | date "2022" about
    €9m | money 9000000 EUR
    end of the winter | date "2022" about
By Monday evening oil had reached the beach.
    Monday evening | date "2022-09-12"
The club had until Friday to object.
    Friday | date "2022-09-16"
Neither the mayor nor his aide would comment on Wednesday.
    Wednesday | date "2022-09-14"
On 8 August diggers moved in, a month later than planned.
    8 August | date "2022-08-08"
    a month | duration 1 month
The hall, which opened in 1929, is being rebuilt; work approved in March is due to start soon.
    1929 | date "1929"
    March | date "2022-03"
What was a small firm last autumn is not one now.
    last autumn | date "2021" about
Issue 3/2022 costs 75p; power is 21p per kWh.
    75p | money 0.75 GBP
    21p per kWh | rate 21 p/kWh
The bed costs CHF140 or Rs500, the room EUR60.
    CHF140 | money 140 CHF
    Rs500 | money 500 INR
    EUR60 | money 60 EUR
At Innsbruck it was -2C and 520m of rope were cut.
    -2C | measure -2 Cel
    520m | measure 520 m
They mow three or four times a year.
    three or four times a year | rate [3,4] 1/year
One barn in three is empty, one child in four is ill.
    One barn in three | percent 33.3333 %
    one child in four | percent 25 %
The crash left one dead and nine injured.
    one dead | count 1
    nine injured | count 9
She won by a length and is one point clear.
    one point | count 1
In round two the ship lost stage three, and H.R. 1319 passed.
ISO 9001 applies; the hall seats 2,000.
    2,000 | count 2000
The link was clear (p < 0.01) in the sample (n=1,036).
    1,036 | count 1036
"##,
    );
}

#[test]
fn german_dates_that_other_words_lead() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Die Fähre fährt zwei weitere Wochen; 360 ehrenamtliche Stunden kamen zusammen.
    zwei weitere Wochen | duration 2 week
    360 ehrenamtliche Stunden | duration 360 hour
In den letzten paar Tagen blieb es ruhig.
    letzten paar Tagen | duration null day vague
Am 9. Mai schloss das Bad; noch am selben Tag kam der Bürgermeister.
    9. Mai | date "2022-05-09"
    selben Tag | date "2022-05-09"
Im zweiten Quartal stieg der Umsatz stärker als im gleichen Zeitraum des Vorjahres.
    zweiten Quartal | date ["2022-04","2022-06"]
    gleichen Zeitraum des Vorjahres | date ["2021-04","2021-06"]
Heuer ist das Wasser warm; 2020 war es kalt.
    Heuer | date "2022"
    2020 | date "2020"
Am Muttertag sind die Boote voll.
    Muttertag | date "2022-05-08"
Der Umzug am Herz-Jesu-Sonntag fiel aus.
Der Ofen wird 2000 bis 3000 Grad heiß.
    2000 bis 3000 Grad | measure [2000,3000] Cel
Die Wahl wurde auf den 5. November verschoben.
    5. November | date "2022-11-05"
Ein Jahr nachdem der Damm brach, steht er wieder.
    Ein Jahr | duration 1 year
Das Gericht vertagte sich auf den 20. September.
    20. September | date "2022-09-20"
Der Vorstand beschloss eine Ausschüttung, zahlbar am 7. Oktober.
    7. Oktober | date "2022-10-07"
"##,
    );
}

#[test]
fn english_dates_that_other_words_lead() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
The ferry runs for at least two more weeks, and for eight trading days in May.
    at least two more weeks | duration 2 week at-least
    eight trading days | duration 8 day
    May | date "2022-05"
It was calm over the past few weeks.
    past few weeks | duration null week vague
On May 9 the bath closed; earlier that day the mayor had come.
    May 9 | date "2022-05-09"
    that day | date "2022-05-09"
Second-quarter sales beat those of the same period last year.
    Second-quarter | date ["2022-04","2022-06"]
    same period last year | date ["2021-04","2021-06"]
In the third quarter of 2021 the mill lost $2m, against $1m in the year-earlier quarter.
    third quarter of 2021 | date ["2021-07","2021-09"]
    $2m | money 2000000 USD
    $1m | money 1000000 USD
    year-earlier quarter | date ["2020-07","2020-09"]
The quarter ended June 30 was poor, the latest quarter no better.
    quarter ended June 30 | date ["2022-04","2022-06"]
    latest quarter | date ["2022-04","2022-06"]
Sales in last year's third quarter were about $3m.
    last year's third quarter | date ["2021-07","2021-09"]
    about $3m | money 3000000 USD about
Half of it is due by year's end.
    Half | percent 50 %
    year's end | date "2022" about
It may take a month or two.
    a month or two | duration [1,2] month
They meet on Thanksgiving Day.
    Thanksgiving Day | date "2022-11-24"
The Aug. 7 blasts killed nine; the March accession is far off.
    Aug. 7 | date "2022-08-07"
    nine | count 9
    March | date "2023-03"
The 2000 Olympics were in Sydney.
    2000 | date "2000"
She could come as soon as Tuesday.
    Tuesday | date "2022-09-20"
The mayor could not be reached on Monday.
    Monday | date "2022-09-12"
Trucks rolled in from Jordan on Tuesday and cargo was unloaded.
    Tuesday | date "2022-09-13"
They were given until 9 a.m. Friday to sign.
    Friday | date "2022-09-16"
The board declared a dividend, payable Oct. 7 to holders of record Sept. 22.
    Oct. 7 | date "2022-10-07"
    Sept. 22 | date "2022-09-22"
The union is planning to march on Saturday and was told so.
    Saturday | date "2022-09-17"
Talks follow Tuesday's strike.
    Tuesday | date "2022-09-13"
The offer was extended to Nov. 20.
    Nov. 20 | date "2022-11-20"
In the third quarter the firm expects to report a loss.
    third quarter | date ["2022-07","2022-09"]
"##,
    );
}

#[test]
fn german_lengths_signs_and_ages() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Die Frist beträgt einen Monat, es bleibt eine Woche Zeit.
    einen Monat | duration 1 month
    eine Woche | duration 1 week
Am Tag der Deutschen Einheit spielt die Kapelle, am 3. Oktober 2021 auch.
    Tag der Deutschen Einheit | date "2022-10-03"
    3. Oktober 2021 | date "2021-10-03"
Anfang der Achtziger war er Kellner, Mitte der 90er Wirt.
    Anfang der Achtziger | date ["1980","1989"] about
    Mitte der 90er | date ["1990","1999"] about
Der Index lag bei -0,4; die Bahnhöfe Bonn-2 und Ulm-3 auch.
    -0,4 | count -0.4
Um halb neun direkt nach der Messe gab es Suppe.
Als Erstes kam der Pfarrer, als Dritter der Küster.
    Dritter | rank 3
Die Wirtin Klara Moser (61) aus Lans zahlte.
    61 | duration 61 year
"##,
    );
}

#[test]
fn english_lengths_signs_and_ages() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
There is a week left.
    a week | duration 1 week
The choir's 10-member board sat; Volume 170,330,000 shares.
    10-member | count 10
    170,330,000 shares | count 170330000
Those over 30 and under 14 pay nothing.
    over 30 | count 30 more-than
    under 14 | count 14 less-than
The value was -0.4.
    -0.4 | count -0.4
"##,
    );
}

#[test]
fn german_numbers_that_count_nothing() {
    check(
        Lang::De,
        "2022-09-14",
        r##"
Mit Runden von 66 und 69 lag sie zurück.
Sie schwebte auf Wolke sieben.
"##,
    );
}

#[test]
fn english_numbers_that_count_nothing() {
    check(
        Lang::En,
        "2022-09-14",
        r##"
He carded 68, 71 and 70.
The house has an EPC rating of C (72).
They watched "12 Years a Slave" and "40 years is enough" was the motto.
    40 years | duration 40 year
Under s.21 of the act he is liable; see (No 2) and fn 7.
Grade 3 or 4 toxicity is rare.
The curtain rises at 7.30, and the 10.15 from Leeds was late.
Charity no. 298405 lives at No 11; she is ranked no. 3.
    no. 3 | rank 3
The 737-800 is safe; the 18-to-24 age group is larger.
    18-to-24 | count [18,24]
The top 10 met; three-piece suits are out.
"##,
    );
}
