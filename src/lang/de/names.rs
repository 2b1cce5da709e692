//! German names and what introduces them.

use crate::lang::names::Cue::*;
use crate::lang::names::NamePack;

/// The names part of the German pack.
pub static NAMES: NamePack = NamePack {
    words: &[
        (
            &[Function, Article],
            "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem \
          jener jene jenes jenen jenem kein keine keinen keinem keiner keines sein seine seinen seinem seiner seines ihr ihre ihren \
          ihrem ihrer ihres unser unsere unseren unserem unserer unseres mein meine meinen meinem meiner meines dein deine euer eure \
          jeder jede jedes jeden jedem mancher manche manches manchen welcher welche welches welchen welchem beide beiden beider",
        ),
        (&[Function, Article, Preposition], "zum zur vom beim"),
        (&[Function, Article, Where], "im am ins ans"),
        (
            &[Function, Where],
            "in nach bei um über nahe unweit bis durch ab rund oberhalb unterhalb außerhalb innerhalb südlich nördlich \
          westlich östlich nordöstlich nordwestlich südöstlich südwestlich",
        ),
        (&[Function, Whence], "aus"),
        (
            &[Function, Preposition],
            "von mit für gegen zu an auf zwischen gegenüber seit ohne vor hinter neben unter trotz wegen während laut \
          gemäß zufolge dank statt anstatt angesichts mittels seitens bezüglich hinsichtlich infolge mithilfe entlang per pro samt \
          nebst außer binnen wider",
        ),
        (&[Function, And], "und oder sowie bzw"),
        (
            &[Function, Conjunction],
            "dass ob weil wenn als da damit sofern falls obwohl nachdem bevor ehe sobald solange während \
          indem sodass wobei wie warum weshalb wieso wo woher wohin worauf wofür wodurch womit was wer wen wem denn aber doch \
          sondern jedoch",
        ),
        (
            &[Function],
            "ich du er sie es wir man wer was wo hier dort da dann nun jetzt heute gestern morgen schon noch nur auch \
          nicht nichts nie niemand niemals mehr weniger viel viele vielen vieler wenig wenige einige einigen etwas alle allen aller alles \
          so sehr zu ganz gar eben etwa rund fast kaum bisher bislang zuletzt zunächst zudem außerdem allerdings dagegen dafür \
          dabei dadurch daher deshalb darum daran darauf daraus davon davor dazu danach damals demnach dennoch trotzdem \
          insgesamt insbesondere vor allem allein erst erste ersten erstens zweitens drittens gleich gleichzeitig inzwischen mittlerweile \
          immer wieder oft häufig manchmal selten zugleich ebenso ebenfalls hingegen ferner schließlich endlich letztlich \
          offenbar angeblich vermutlich wahrscheinlich wohl vielleicht möglicherweise sicher natürlich eigentlich übrigens \
          tatsächlich nämlich gerade derzeit aktuell künftig seither seitdem vorher nachher später früher weiter weitere weiteren \
          weiterer weiteres andere anderen anderer anderes andererseits einerseits solche solchen solcher solches selbst \
          wegen je jeweils mindestens höchstens maximal knapp gut circa ca deutlich gegen unter über ungeachtet entgegen \
          sich uns euch ihn ihm ihnen mir mich dir dich deren dessen denen hat habe haben hatte hätte ist sind war waren wäre wird werden \
          wurde wurden würde kann können konnte könnte soll sollen sollte will wollen wollte muss müssen musste darf dürfen durfte \
          mag möge mögen lässt bleibt gibt geht kommt steht liegt macht nimmt sieht zeigt heißt gilt ja nein bitte danke kurz \
          zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend null eins dutzende hunderte \
          tausende zehntausende zahlreiche mehrere mehreren mehrerer sämtliche einzelne weder entweder sowohl statt \
          ohnehin überhaupt sonst also nachdem bereits darüber darunter darin damit womöglich kürzlich neulich vorerst \
          erneut abermals nochmals dreimal zweimal einmal hinzu herr frau neue neuen neuer neues alte alten großer große großen \
          kleine kleinen gute guten hohe hohen viel lange langen kurze letzte letzten nächste nächsten vergangene vergangenen \
          kommende kommenden ersten zweite zweiten dritte dritten",
        ),
        (
            &[Auxiliary],
            "ist sind war waren wäre wären hat haben hatte hatten hätte hätten wird werden wurde wurden würde würden \
          kann können konnte konnten könnte könnten soll sollen sollte sollten will wollen wollte wollten muss müssen musste mussten \
          müsste müssten darf dürfen durfte durften dürfte dürften mag mögen möchte möchten habe sei seien",
        ),
        (
            &[Acts],
            "will wollen wollte wollten muss müsse möchte möchten hofft hoffen hoffte pocht pochen plant planen plante \
          fordert fordern forderte verlangt verlangten verlangte droht drohte drohen warnt warnte warnen reagiert reagierte reagieren \
          beschließt beschloss beschlossen verhängt verhängte verweigert verweigerte lehnt lehnte weigert weigerte unterstützt \
          unterstützte unterstützen finanziert finanzierte zahlt zahlte zahlen übernimmt übernahm bewilligt bewilligte genehmigt \
          genehmigte stoppt stoppte blockiert blockierte verbietet verbot erlaubt erlaubte liefert lieferte liefern schickt schickte \
          entsendet entsandte verlegt verlegte beansprucht beschuldigt beschuldigte wirft warf bestreitet bestritt dementiert \
          dementierte bestätigt bestätigte kündigt kündigte verkündet verkündete verspricht versprach sagt sagte zusagt signalisiert \
          signalisierte erwägt erwog prüft prüfte drängt drängte setzt setzte beendete beendet beginnt begann verhandelt \
          verhandelte einigt einigte unterzeichnet unterzeichnete ratifiziert ratifizierte kritisiert kritisierte verurteilt verurteilte \
          begrüßt begrüßte befürchtet befürchtete erwartet erwartete rechnet rechnete sieht sah hält hielt gibt gab bekommt bekam \
          erhält erhielt bremst bremste investiert investierte kürzt kürzte erhöht erhöhte senkt senkte bietet bot schweigt schwieg \
          zögert zögerte spricht sprach betont betonte erklärt erklärte teilt teilte meldet meldete beharrt beharrte besteht bestand \
          verteidigt verteidigte rüstet streitet stritt ringt rang überlegt überlegte erinnert beruft berief entscheidet entschied \
          stimmt stimmte votiert votierte ergreift ergriff verliert verlor gewinnt gewann nutzt nutzte setzt zieht zog greift griff versucht \
          versuchte bemüht bemühte verpflichtet verpflichtete fürchtet fürchtete macht machte übt übte braucht brauchte \
          überweist überwies gewährt gewährte beteiligt beteiligte stellt stellte legt legte strebt antwortet antwortete",
        ),
        (
            &[Says],
            "sagt sagte sagen sagten erklärt erklärte erklären erklärten betont betonte teilt teilte berichtet berichtete berichten \
          meint meinte meinen meldet meldete warnt warnte kündigt kündigte fordert forderte kritisiert kritisierte lobt lobte räumt räumte \
          bestätigt bestätigte bestreitet bestritt schreibt schrieb rät riet fragt fragte antwortet antwortete zeigt zeigte glaubt glaubte \
          hofft hoffte findet fand nennt nannte spricht sprach erzählt erzählte schätzt schätzte rechnet rechnete verweist verwies \
          argumentiert argumentierte beteuert beteuerte verspricht versprach widerspricht widersprach weist wies wirft warf \
          gibt gab begründet begründete urteilt urteilte bilanziert bilanzierte ergänzt ergänzte entgegnet entgegnete \
          gesagt erklärt mitgeteilt so heißt hieß erläutert erläuterte vermutet vermutete befürchtet befürchtete beklagt beklagte",
        ),
        (
            &[Stands],
            "liegt lag wächst wuchs zählt zählte gehört gehörte befindet befand erstreckt hat beherbergt beheimatet entstand \
          feiert feierte bewirbt",
        ),
        (
            &[Travel],
            "Strecke Strecken Zug Züge Zügen Flug Flüge Flügen Autobahn Bahnlinie Bahnstrecke Fahrt Fahrten Reise Reisen Kilometer \
          Kilometern reist reiste gereist reisen fährt fuhr gefahren fahren flog fliegt geflogen fliegen kam kommt kommend kommende \
          gekommen angereist anreiste abgereist zieht zog gezogen pendelt pendeln stammt stammte stammend stammende \
          gebürtig geboren wohnt wohnte lebt lebte leben lebende lebt studierte studiert traf trafen tagte tagt tagen eröffnet landete",
        ),
        (
            &[Sent],
            "hieß heißt verlautete verlautet kam kommt kommen kamen käme kämen hinzukommen könnten fließt fließen floss \
          flossen droht drohen Signale Signal Kritik Geld Gelder Druck Zusagen Zusage Widerspruch Unterstützung Drohungen Drohung \
          Warnungen Warnung Vorgaben Vorgabe Fördermittel Mittel Zuschüsse Hilfe Hilfen Forderungen Forderung Antwort Reaktion \
          Reaktionen Lob Rüge Ankündigung Berichte Bericht Nachricht Nachrichten Subventionen Weisung Weisungen Anweisungen \
          Meldung Meldungen Stimmen Zustimmung Ablehnung Einwände Bedenken Rückendeckung Befehl Befehle Zuspruch",
        ),
        (
            &[Felt],
            "befürchtet gefürchtet erwartet gehofft gewarnt gerechnet vermutet diskutiert beraten überlegt gesehen \
          betont heißt hieß gesagt erklärt betrachtet beobachtet entschieden beschlossen gestritten spekuliert geplant geprüft \
          erwogen begrüßt kritisiert verurteilt zurückgewiesen reagiert wahrgenommen",
        ),
        (
            &[Urban],
            "Innenstadt Altstadt Straßen Stadtteil Stadtteile Bürgermeister Bürgermeisterin Oberbürgermeister \
          Oberbürgermeisterin Flughafen Bahnhof Hauptbahnhof Rathaus Stadtrat Vorort Vororte Umland Einwohner Bewohner Zentrum \
          Hafen Universität Krankenhäuser Schulen Museen Museum Stadion Nahverkehr Stadtverwaltung Stadtzentrum Norden Süden \
          Osten Westen Verkehrsbetriebe Mieten Mietspiegel Messe Börse Zoo Oper Dom Brücken Plätze Kulturszene Clubs Skyline",
        ),
        (
            &[Time],
            "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Montag Dienstag Mittwoch \
          Donnerstag Freitag Samstag Sonnabend Sonntag Anfang Mitte Ende Frühjahr Frühling Sommer Herbst Winter Ostern Pfingsten \
          Weihnachten Silvester Neujahr Jahr Jahre Jahren Jahres Monat Monate Monaten Woche Wochen Tag Tage Tagen Uhr Stunde Stunden \
          Minuten Sekunden Vormittag Nachmittag Abend Morgen Nacht Mittag Wochenende Jahrhundert Jahrzehnt Jahresende \
          Jahresanfang Jahresbeginn Monatsende Quartal Halbzeit",
        ),
        (&[Joins], "für zur zum der des von vom gegen und im in"),
        (&[Particle], "von van de der zu da di del la le bin ibn al el dos da ten ter vom zum"),
        (
            &[Title],
            "Dr Prof Professor Doktor Dipl Ing Frau Herr Herrn Lord Lady Sir Sheikh Scheich Prinz Prinzessin König Königin Papst \
          Kaiser Graf Gräfin Fürst Freiherr Baron St Sankt Pater Schwester Familie Ehepaar",
        ),
        (&[OrgIntro], "up"),
        (&[Legal], "GmbH AG SE KG KGaA eG OHG mbH gGmbH Inc Ltd plc LLC NV SA AB SpA AS"),
        (&[Female], "Frau Gräfin Königin Prinzessin Lady Schwester"),
        (&[Male], "Herr Herrn König Prinz Graf Fürst Freiherr Baron Lord Sir Papst Kaiser Pater Scheich"),
        (
            &[GivenFemale],
            "Anna Anne Anke Anja Andrea Angela Angelika Anita Annette Annika Antje Astrid Barbara Beate Beatrix Bettina \
          Birgit Birgül Brigitte Britta Carla Carmen Carola Caroline Charlotte Chiara Christa Christel Christiane Christina Christine \
          Claudia Clara Constanze Cordula Cornelia Dagmar Daniela Doris Dorothea Dorothee Edith Elena Elisabeth Elke Ella Ellen Else \
          Emilia Emily Emma Erika Esther Eva Evelyn Franziska Frauke Frieda Friederike Gabi Gabriele Gerda Gerlinde Gertrud Gisela \
          Gudrun Hanna Hannah Hannelore Hedwig Heide Heidi Heike Helena Helene Helga Henriette Hilde Hildegard Ilka Ilona Ilse Ina Ines \
          Inge Ingeborg Ingrid Irene Iris Irma Irmgard Isabel Isabella Isabelle Jana Janina Jasmin Jennifer Jenny Jessica Johanna Josefine \
          Judith Julia Juliane Jutta Karin Karla Karoline Karola Katarina Katharina Kathrin Katja Katrin Kerstin Kirsten Klara Klaudia \
          Kornelia Kristin Kristina Lara Larissa Laura Lea Lena Leonie Leonore Lieselotte Lilli Linda Lisa Liselotte Lotte Louisa Louise \
          Luise Lydia Madeleine Magda Magdalena Maike Maja Manja Manuela Mareike Maren Margarete Margit Margot Margret Margrit Maria \
          Marianne Marie Marina Marion Marlene Marlies Marta Martha Martina Mathilde Maya Mechthild Meike Melanie Merle Mia Michaela \
          Mira Miriam Mona Monika Nadine Nadja Natalie Nele Nicola Nicole Nina Nora Olga Paula Petra Pia Rebecca Regina Regine Renate \
          Ricarda Rita Romy Ronja Rosa Rosemarie Ruth Sabine Sabrina Sandra Sara Sarah Saskia Sibylle Sigrid Silke Silvia Simone Sina \
          Sofia Sofie Sonja Sophia Sophie Stefanie Stephanie Steffi Susanne Svea Svenja Swantje Sybille Sylvia Tamara Tanja Tatjana Teresa \
          Thea Theresa Therese Tina Ulla Ulrike Ursula Uta Ute Valerie Vanessa Vera Verena Veronika Viktoria Viola Walburga Waltraud Wiebke \
          Wilhelmine Yvonne Zoe Ayşe Aylin Elif Emine Fatma Hatice Leyla Meryem Nazan Nesrin Selin Serap Sevim Yasemin Zeynep Aische Amira \
          Aisha Fatima Khadija Layla Leila Maryam Nadia Noor Samira Yasmin Zahra Shirin Agnieszka Barbora Dana Danuta Ewa Halina \
          Hana Irina Ivana Iwona Jadwiga Jelena Joanna Jolanta Katarzyna Kateřina Krystyna Ksenia Ljudmila Lucie Lyudmila Małgorzata Markéta \
          Milena Monika Natalia Natalija Nataliya Oksana Olena Oleksandra Olha Pavlina Raissa Svetlana Swetlana Šárka Tatiana Tereza \
          Veronika Věra Yulia Zdeňka Zofia Zuzana Alenka Dragana Jasna Ljiljana Mirjana Snežana Vesna Giulia Giorgia Francesca \
          Chiara Paola Lucia Elena Federica Ilaria Sara Alessandra Carmen Dolores Pilar Consuelo Ana Inês Beatriz Margarida Astrid Birgitta \
          Freja Ingrid Karin Liv Maud Sigrun Solveig Tove Mette Kirsten Katri Päivi Aino Françoise Hélène Cécile Amélie Aurélie Brigitte \
          Camille Céline Élise Florence Geneviève Jacqueline Josiane Manon Margaux Mireille Monique Nathalie Odile Sandrine Ségolène Solène \
          Sylvie Véronique Virginie Annelies Femke Mieke Saskia Sanne Marijke Eleni Katerina Ioana Mihaela Raluca Ildikó Katalin Zsuzsanna Réka Noemi Noémi Ayla Lina Mila Ida Greta Mathilda Amelie Elena Selma Malin Enya Fenja Insa Imke Wiebke Telse Gesine Gesa \
          Neele Ronja Lilly Alina Aleksandra Jule Pauline Leonora Alma Elsa Freya Tilda Thekla Roswitha Rosalie Ottilie Mechtild Hertha Herta Elfriede \
          Dilek Gülsüm Özlem Hülya Songül Sibel Derya Ebru Aslı Nur Ayşegül Pınar Gamze Rima Rania Hiba Dalia Yara Salma Noura Lamia Samar Joumana \
          Nadeschda Anastasia Anastasija Ekaterina Jekaterina Darja Daria Kateryna Iryna Lesja Bożena Beata Dorota Elżbieta Grażyna Magdalena Marta Wanda \
          Lenka Petra Jitka Hana Radka Blanka Dagmara Ludmila Vlasta Marija Ivanka Tijana Sanja Maja Nevena Milica Silvana Donatella Rosanna Simona \
          Valentina Elisabetta Antonella Cristina Mercedes Rocío Lucía Sofía Leticia Isabela Mariana Fernanda Gabriela Juliana Catarina Aoi Hina \
          Aline Judith Birte Frauke Dörte Dörthe Gunda Meta Merit Jette Ylva Ebba Linnea Elin Signe Ragnhild Siri Astrid Kaisa Kaja Eeva Marjatta \
          Ágnes Yuki Sakura Naoko Haruka Yoko Mei Xiuying Ji-young Min-ji Soo-jin Priya Indira Lakshmi Sunita Anjali",
        ),
        (
            &[GivenMale],
            "Achim Adrian Albert Albrecht Alexander Alfons Alfred Andreas André Anton Armin Arne Arno Arnold Artur Arthur August \
          Axel Balthasar Bastian Benedikt Benjamin Bernd Bernhard Bert Bertram Björn Bodo Boris Bruno Burkhard Burkhardt Carl Carsten \
          Christof Christoph Christopher Claus Clemens Conrad Constantin Cornelius Dániel Daniel David Detlef Detlev Dieter Dietmar \
          Dietrich Dirk Dominik Eberhard Eckart Eckhard Edgar Eduard Egon Emil Enno Enrico Erhard Eric Erich Erik Erwin Eugen Ewald \
          Fabian Felix Ferdinand Finn Florian Franz Fred Friedhelm Friedrich Fritz Gabriel Georg Gerald Gerd Gerhard Gernot Gert \
          Gottfried Gregor Guido Gunnar Gunter Günter Gunther Günther Gustav Hanno Hannes Hans Harald Hartmut Hartwig Hauke Heiko Heiner \
          Heinrich Heinz Helge Helmut Helmuth Hendrik Hennes Henning Henrik Henry Herbert Hermann Hinrich Holger Horst Hubert Hubertus \
          Hugo Ingo Ingolf Jakob Jan Janis Jannik Janosch Jens Jerome Joachim Jochen Johann Johannes Jonas Jonathan Jörg Jörn Jost Josef Joseph \
          Julian Julius Jürgen Justus Kai Karl Karlheinz Karsten Kasper Kilian Klaas Klaus Knut Konrad Konstantin Kurt Lars Lasse Laurenz \
          Leander Lennart Leo Leon Leonard Leonhard Leopold Linus Lorenz Lothar Lucas Ludger Ludwig Luis Lukas Lutz Magnus Malte Manfred \
          Manuel Marcel Marco Marcus Mario Marius Markus Marten Martin Marvin Mathias Matthias Maurice Max Maximilian Meinhard Michael \
          Michel Mirko Moritz Nico Nicolas Niklas Nikolaus Nils Norbert Ole Olaf Oliver Oskar Otto Pascal Patrick Paul Peer Peter Philip \
          Philipp Raimund Rainer Ralf Ralph Raphael Reiner Reinhard Reinhold René Ricardo Richard Robert Robin Roland Rolf Roman Ronald \
          Rüdiger Rudi Rudolf Rupert Ruprecht Samuel Sascha Sebastian Severin Siegbert Siegfried Siegmund Sigmar Silvio Simon Stefan \
          Steffen Stephan Sven Swen Thilo Theo Theodor Thomas Thorben Thorsten Till Tilman Tim Timo Timm Tobias Tom Torben Torsten Uli \
          Ulf Ullrich Ulrich Urs Uwe Valentin Veit Victor Viktor Vincent Vinzenz Volker Volkmar Waldemar Walter Walther Wendelin \
          Werner Wieland Wilfried Wilhelm Willi Willy Winfried Wolf Wolfgang Wolfram Wulf Xaver Yannick Zacharias Ahmet Ali Burak \
          Cem Deniz Emre Ekrem Erdal Fatih Hakan Hasan Hüseyin Ibrahim İbrahim Kemal Mehmet Metin Murat Mustafa Ömer Orhan Osman Recep \
          Selim Serdar Süleyman Tarık Turgut Yusuf Abdul Abdullah Abdel Achmed Ahmad Ahmed Amir Bashar Faisal Farid Hamid Hamza Hassan \
          Hussein Ismail Jamal Karim Khaled Khalid Mahmud Mahmoud Mohamed Mohammad Mohammed Muhammad Nabil Omar Rashid Said Salah Salim Samir \
          Tarek Tariq Youssef Yassir Ziad Aleksander Aleksandar Aleksandr Alexej Alexei Aliaksandr Anatoli Andrej Andrei Andrzej Andrij \
          Antoni Arkadi Bohdan Bogdan Boris Czesław Dariusz Denys Dmitri Dmytro Donald Dragan Dušan Evgeny Fjodor František Gennadi Georgi \
          Goran Grigori Grzegorz Igor Ihor Ilja Iwan Ivan Ivo Jacek Janusz Jarosław Jaroslav Jerzy Jewgeni Jiří Juri Kirill Krzysztof \
          Leonid Lech Leszek Luboš Maciej Maksym Marek Mariusz Mateusz Michail Mikhail Milan Miloš Miroslav Mykola Mychajlo Nikola Nikolai Nikita \
          Oleg Oleh Oleksandr Oleksij Ondřej Ostap Pavel Pavlo Pawel Paweł Petr Petro Piotr Radek Radosław Roman Ruslan Sergei Sergej Serhij \
          Slobodan Stanisław Stanislaw Stanislav Taras Tomasz Tomáš Vaclav Václav Vadim Valeri Viktor Vitali Vladimir Vladimír Vlastimil \
          Volodymyr Vojtěch Wadim Waldemar Waleri Wassili Wiktor Witali Wladimir Wladislaw Wojciech Wolodymyr Wsewolod Yevhen Yuri Zbigniew \
          Zdeněk Zoran Alessandro Andrea Angelo Antonio Carlo Claudio Davide Dino Domenico Emanuele Enzo Fabio Federico Filippo Francesco \
          Franco Giacomo Gianluca Gianni Giancarlo Giorgio Giovanni Giulio Giuseppe Guglielmo Lorenzo Luca Luigi Marcello Massimo Matteo Mauro \
          Nicola Paolo Pasquale Pietro Raffaele Renato Riccardo Roberto Rocco Salvatore Sergio Stefano Tommaso Umberto Vincenzo Vittorio \
          Alberto Alejandro Alfonso Alvaro Andrés Carlos Cristóbal Diego Eduardo Emilio Enrique Ernesto Esteban Felipe Fernando Francisco \
          Gonzalo Guillermo Gustavo Hernán Ignacio Javier Joaquín Jorge José Juan Julio Luis Manuel Miguel Pablo Pedro Rafael Ramón Raúl Rodrigo \
          Salvador Santiago Vicente João Jair Paulo Rui Tiago Nuno Duarte Alain Antoine Arnaud Aurélien Baptiste Benoît Bertrand Bruno Cédric \
          Christophe Claude Cyril Denis Didier Édouard Emmanuel Étienne Fabrice François Frédéric Gaël Gérald Gérard Gilles Guillaume \
          Guy Henri Hervé Hugues Jacques Jean Jérôme Julien Laurent Loïc Luc Lucien Marc Mathieu Matthieu Maxime Nicolas Olivier Pascal Philippe \
          Pierre Raymond Rémi Serge Stéphane Sylvain Thibault Thierry Tristan Vincent Xavier Yann Yves Anders Bengt Björn Bo Carsten Einar \
          Erling Fredrik Göran Gunnar Håkan Henrik Jens Jesper Jørgen Kjell Lasse Leif Mads Mikael Mikkel Morten Niels Nils Ole Olof Ove \
          Per Petter Rasmus Rolf Rune Sigurd Søren Stig Sune Svein Sverre Tor Torbjörn Torsten Trygve Ulf Antti Esa Jari Juha Jukka Kimi \
          Markku Matti Mika Pekka Petteri Sauli Timo Bart Dirk Geert Gerrit Hendrik Jeroen Joost Maarten Marten Pieter Ruud Sjoerd Willem Wim \
          Wouter Alexis Dimitris Giorgos Ioannis Konstantinos Kostas Kyriakos Nikos Panagiotis Stavros Vasilis Yannis Attila Béla Ferenc Gábor \
          György Imre István János József László Péter Sándor Tamás Viktor Zoltán Zsolt Adrian Bogdan Călin Cătălin Ionuț Klaus Mihai Nicolae Traian \
          Victor Akira Haruki Hideo Hiroshi Ichiro Kenji Makoto Masato Masahiro Emil Anton Jannis Levin Mats Matteo Milan Noah Elias Enes Eren Yunus Levent Volkan Ilhan İlhan Cihan Tolga Onur Serkan Tayfun Bülent Veli Hamit \
          Bilal Anas Adnan Riad Ramzi Walid Wael Nizar Ghassan Haitham Aleksej Artem Artjom Wjatscheslaw Vyacheslav Witalij Anatolij Arsenij Maxim Timofej \
          Tadeusz Bartosz Kamil Kacper Łukasz Marcin Michał Rafał Sławomir Wiesław Zygmunt Lubomír Miloslav Radim Vít Štěpán Matěj Marián Juraj Branko Dejan \
          Nenad Predrag Zdravko Aleksandar Ante Hrvoje Tomislav Matija Luka Janez Primož Raimo Eero Väinö Olavi Aksel Asger Bjarne Espen Eirik Håvard Odd Øystein Roald \
          Gottlieb Traugott Ehrhard Eckehard Hartmuth Henner Hinnerk Jörn Jürn Momme Onno Sönke Tjark Tammo Wiebold Ocke Folkert Falko Frieder Götz Gero Gregor Heribert \
          Kuno Lorenz Ottmar Ottokar Reimar Reimer Rolf-Dieter Rutger Ruthard Sieghard Swante Tassilo Utz Volkhard Wendel Wieland Wilko Winrich Samuel Naoto Satoshi Shigeru Shinzo Takashi Takeshi Yoshihide Fumio Shigeru \
          Arjun Narendra Rahul Rajesh Ravi Sanjay Vikram Amit Anil Ashok Manmohan Imran Nawaz Kofi Kwame Nelson Thabo Cyril Barack",
        ),
        (
            &[GivenToo],
            "Ernst Mark Rose Iris Viola Till Wolf Christian Frank August April Mai Jan Kai Falk Bernd Art Heide Hope Grace Carmen \
          Florence Victoria Sidney Virginia Georgia Carolina Roman Bo Per Tor Said Rocco Leo Linus Merle Linda Rosa Heiner Hagen Fatih \
          Denis Guy Mona Angela Said Max Claudia Paris Chance Bill Will",
        ),
        (
            &[NameAdjective],
            "Deutsche Deutscher Deutsches Deutschen Deutschem Technische Technischen Technischer Technisches Vereinigte \
          Vereinigten Vereinigter Vereinte Vereinten Freie Freien Freier Freies Rote Roten Rotes Roter Grüne Grünen Obere Oberen Oberes \
          Oberer Untere Unteren Unteres Unterer Neue Neuen Neues Neuer Alte Alten Altes Alter Große Großen Großes Großer Kleine Kleinen \
          Kleines Kleiner Hohe Hohen Hohes Hoher Evangelische Evangelischen Katholische Katholischen Internationale Internationalen \
          Internationaler Internationales Nationale Nationalen Nationaler Nationales Sozialistische Demokratische Demokratischen \
          Allgemeine Allgemeinen Allgemeiner Öffentliche Medizinische Medizinischen Städtische Staatliche Staatlichen Statistische Statistischen \
          Statistisches Wissenschaftliche Wissenschaftlichen Wissenschaftlicher Heilige Heiligen Schwarze Schwarzen Schwarzes \
          Weiße Weißen Weißes Blaue Blauen Blaues Goldene Goldenen Mittlere Mittleren Nördliche Südliche Östliche Westliche Hintere Vordere \
          Königliche Königlichen Kaiserliche Erste Ersten Zweite Zweiten Dritte Dritten",
        ),
        (
            &[NoName],
            "CO2 BIP IT KI PC TV DVD CD PDF USB WLAN DNA RNA PCR HIV AIDS Covid COVID Corona PS KW MW GW kWh km kg GmbH AG SE KG eV \
          Euro EUR USD Mio Mrd Tsd Nr Abs Art S Seite Kap Bd Hrsg Anm vgl PKW Pkw LKW Lkw SUV ICE ÖPNV MINT NGO NGOs CEO CFO CTO HTTP URL ID OK \
          Homeoffice Internet Brexit Grexit GPS LED VIP PR FAQ SMS MRT CT EKG BMI ESG KMU F1 F2 B1 B2 C1 EEG DIN ISO TÜV BAföG \
          Gott Teufel Web Facebook-Post Tweet XXL DSL VR AR LNG AKW AKWs KKW Kfz ADHS PTBS App Apps Abitur",
        ),
        (
            &[Currency],
            "Dollar Euro Pfund Franken Yen Yuan Rubel Krone Kronen Złoty Lira Rupie Rupien Won Real Peso Pesos Rand Dollars",
        ),
        (&[Direction], "Norden Nordens Süden Südens Osten Ostens Westen Westens"),
        (
            &[Direction],
            "Nord Süd Ost West Mittel Zentral Nordost Nordwest Südost Südwest Ober Unter Nieder Vorder Alt Neu Groß Klein Nordwest",
        ),
        (
            &[Ordinary],
            "Besitz Witz Sitz Vorsitz Antlitz Blitz Schlitz Ritz Hauptstadt Innenstadt Altstadt Kleinstadt Großstadt Partnerstadt \
          Hafenstadt Bach Umfeld Halbleiter Lautsprecher Weltmeister Meister Weltmeisterin Europameister Vizemeister Rekordmeister \
          Bezug Vertrag Ertrag Antrag Betrag Auftrag Beitrag Weg Berg Burg Dorf Heim Stadt Hof Feld Wald Tal Bad Kirche Kirchen Furt \
          Insel Haus Straße Brücke See Meer Küste Hafen Vorstadt Gebirge Eigenheim Pflegeheim Altenheim Seniorenheim Studentenwohnheim \
          Wohnheim Tierheim Kinderheim Geheim Weinberg Schuldenberg Friedhof Bahnhof Bauernhof Hauptbahnhof Schlachthof \
          Ministerin Minister Vertrieb Betrieb Spielfeld Vorfeld Minenfeld Stadtrat Verrat Vorrat Apparat Quadrat Format Monat Senat Rat \
          Gemeinderat Aufsichtsrat Betriebsrat Zweck Gericht Bericht Unterricht Verzicht Licht Gewicht Pflicht Nachricht Ansicht Absicht \
          Hinsicht Aussicht Aufsicht Sicht Schicht Gesicht Ungleichgewicht Hochgericht Amt Verband Bund Zustand Bestand Widerstand \
          Abstand Vorstand Aufstand Stand Land Ausland Inland Deutschland Bargeld Geld Entgelt Umwelt Welt Werk Bank Kasse Fonds \
          Bruttoinlandsprodukt Einfamilienhausbau Verwaltung Zentrum Ausbau Anbau Abbau Stau Bau Frau Niveau Schau Rückbau Wohnungsbau \
          Umbau Neubau Aufbau Tiefbau Hochbau Ackerbau Bergbau Weinbau Sau Pfau Kabeljau Tagebau",
        ),
        (
            &[Event],
            "Gesetz Vertrag Abkommen Krieg Weltkrieg Weltmeisterschaft Europameisterschaft Olympia Pokal Preis Messe Festival \
          Konferenz Gipfel Protokoll Konvention Richtlinie Verordnung Charta Resolution Erklärung Programm",
        ),
        (&[And], "und oder sowie bis"),
        (&[PlaceHead], "Landkreis Landkreises Landkreise Kreis Kreises Bezirk Samtgemeinde Verbandsgemeinde"),
    ],
    nouns: &[
        (
            &[Role],
            "minister kanzler präsident sekretär direktor chef leiter sprecher bürgermeister meister vorsitzende vorsitzender \
          geschäftsführer vorstand gründer inhaber eigentümer unternehmer manager investor berater experte forscher wissenschaftler \
          professor dozent ökonom volkswirt analyst historiker physiker chemiker biologe geologe soziologe politologe psychologe \
          virologe epidemiologe klimatologe meteorologe hydrologe archäologe theologe mediziner arzt chirurg pfleger apotheker \
          ingenieur architekt jurist anwalt richter staatsanwalt notar kommissar inspektor polizist general oberst admiral \
          kommandeur kommandant befehlshaber oberbefehlshaber offizier hauptmann leutnant major botschafter diplomat konsul gesandte \
          gesandter abgeordnete abgeordneter senator gouverneur landrat stadtrat kämmerer dezernent referent beauftragte beauftragter \
          kandidat politiker machthaber diktator staatschef regierungschef premier oppositionsführer anführer autor autorin \
          journalist reporter redakteur korrespondent kolumnist moderator verleger schriftsteller dichter künstler maler bildhauer \
          fotograf sänger musiker dirigent komponist regisseur schauspieler intendant kurator trainer coach spieler torwart stürmer \
          verteidiger kapitän läufer sprinter schwimmer fahrer rennfahrer sportler olympiasieger weltmeister torhüter \
          rektor dekan lehrer schulleiter pfarrer pastor bischof kardinal papst imam rabbiner landwirt bauer winzer gastwirt \
          bäcker förster techniker informatiker programmierer gewerkschafter aktivist demonstrant zeuge angeklagte angeklagter \
          verdächtige kläger gutachter prüfer schlichter vermittler mediator mitarbeiter kollege nachfolger vorgänger \
          stellvertreter vertreter amtsinhaber amtskollege parteichef verkehrsplaner planer stadtplaner statistiker mathematiker \
          agrarökonom klimaforscher generalsekretär feuerwehrmann projektleiter koordinator verwalter treuhänder schatzmeister \
          milliardär millionär erbe mäzen kapitänin ressortchef mitgründer mitbegründer begründer entwickler erfinder astronaut pilot \
          kommissionspräsident ministerpräsident ratspräsident",
        ),
        (&[Role, Female], "sprecherin ministerin"),
        (
            &[OrgHead],
            "institut ministerium bundesamt landesamt landgericht amtsgericht oberlandesgericht verwaltungsgericht arbeitsgericht \
          sozialgericht finanzgericht gerichtshof universität hochschule fachhochschule akademie stiftung verband bundesverband \
          landesverband fachverband dachverband gewerkschaft kammer handelskammer handwerkskammer ärztekammer klinikum \
          universitätsklinikum krankenhaus prüfstelle landesprüfstelle rechnungshof landesrechnungshof kriminalamt landeskriminalamt \
          polizeidirektion polizeipräsidium staatsanwaltschaft generalstaatsanwaltschaft bundesanstalt landesanstalt sparkasse \
          landesbank volksbank museum theater staatstheater schauspielhaus gymnasium forschungszentrum zentrum forschungsgruppe \
          forschungsinstitut gesellschaft genossenschaft verbund bündnis netzwerk vereinigung stadtwerke verkehrsbetriebe \
          wasserwerke werke werft krankenkasse ersatzkasse rundfunk observatorium sternwarte warte arbeitsgemeinschaft landesbehörde bezirksregierung \
          landesdirektion oberbergamt eichamt gesundheitsamt veterinäramt umweltbundesamt",
        ),
        (
            &[Local],
            "landgericht amtsgericht oberlandesgericht verwaltungsgericht arbeitsgericht sozialgericht finanzgericht universität hochschule \
          fachhochschule klinikum universitätsklinikum krankenhaus stadtwerke verkehrsbetriebe wasserwerke sparkasse volksbank staatsanwaltschaft \
          polizeidirektion polizeipräsidium staatstheater schauspielhaus gymnasium gesundheitsamt bezirksregierung handelskammer",
        ),
        (
            &[United],
            "verband bundesverband landesverband fachverband dachverband vereinigung kammer gewerkschaft verbund verein bund",
        ),
        (&[Press], "nachrichten bote allgemeine presse post"),
        (&[OrgIntro], "institut meinungsforschungsinstitut forschungsinstitut marktforschungsinstitut umfrageinstitut"),
        (
            &[OrgHead, Press],
            "zeitung rundschau tageblatt abendblatt wochenblatt anzeiger umschau kurier merkur tagesblatt morgenpost \
          volksblatt volkszeitung",
        ),
        (
            &[OrgWide],
            "amt behörde agentur bank fonds rat bund verein klub club partei gruppe kommission komitee ausschuss gericht \
          kasse dienst büro stelle zentrale anstalt kolleg schule bibliothek archiv union liga föderation initiative allianz \
          kooperative konzern holding versicherung referat abteilung fakultät lehrstuhl beirat konvent orchester philharmoniker",
        ),
        (
            &[OrgIntro],
            "hersteller firma konzern unternehmen anbieter versorger betreiber verlag zeitung portal magazin \
          nachrichtenagentur agentur partei bündnis initiative start-up startup reederei kanzlei werft brauerei airline \
          fluggesellschaft fluglinie bauer autobauer entwickler dienstleister spediteur lieferant zulieferer händler kette discounter versicherer \
          wettbewerber konkurrent tochter mutterkonzern tochterfirma tochterunternehmen netzbetreiber klub club verein plattform \
          dienst nachrichtendienst geheimdienst sender fernsehsender blatt fachmagazin fachzeitschrift zeitschrift wochenzeitung tageszeitung \
          denkfabrik thinktank hilfsorganisation umweltorganisation organisation nichtregierungsorganisation gewerkschaft \
          miliz rebellengruppe terrorgruppe krankenkasse kasse bank investmentbank großbank direktbank ratingagentur",
        ),
        (
            &[PlaceIntro],
            "stadt kleinstadt hafenstadt hauptstadt großstadt kreisstadt nachbarstadt grenzstadt partnerstadt ort \
          nachbarort vorort kurort badeort grenzort ortschaft ortsteil stadtteil gemeinde nachbargemeinde dorf bergdorf fischerdorf nachbardorf weiler fluss \
          nebenfluss flüsschen bach insel halbinsel provinz region gebiet bundesstaat distrikt metropole hafen talsperre \
          stausee bezirk grenzregion oblast landeshauptstadt siedlung",
        ),
        (&[PlaceHead], "tal gebirge wald heide moor aue"),
        (
            &[CompoundHead],
            "krieg konflikt politik chef sprecher geschäft flut krise gipfel besuch reise hilfe abkommen sanktion \
          experte expertin beauftragte kenner korrespondent einsatz mission export import handel vertrag wahl tour spiel fan anhänger gegner \
          kritiker freund führung regierung armee truppe front grenze strategie konferenz debatte frage affäre skandal vertreter \
          zentrale spitze sitz büro tochter aktie vorstand mitarbeiter beamte mitglied mitgliedschaft beitritt fraktion abgeordnete \
          minister urlaub urlauber tourist tourismus geschichte forscher studie bericht brücke ufer hochwasser pegel tal \
          werk fabrik standort engagement kurs plan programm verfahren prozess urteil gesetz verordnung rechner gespräch verhandlung",
        ),
    ],
    endings: &[(
        &[PlaceEnding],
        "itz witz nitz ow burg berg dorf heim stadt stedt städt hausen ingen brück brücken furt furth bach kirchen \
          leben rode roda hagen haven horst beck büttel fleth siel münde wald walde felde werder hof hofen weiler ach au reuth \
          grün zell moos see seen tal stein fels rath scheid kamp broich loh wil wiler ikon iken ried brunn bronn kreuz",
    )],
    offices: "\
minister: minister ressortchef
mayor: bürgermeister oberbürgermeister stadtoberhaupt rathauschef
president: präsident staatspräsident
chancellor: kanzler bundeskanzler
director: direktor
manager: geschäftsführer
head: chef leiter
spokesperson: sprecher
secretary: sekretär staatssekretär
chair: vorsitzende vorsitzender
professor: professor
economist: ökonom volkswirt
doctor: arzt mediziner
judge: richter
lawyer: anwalt rechtsanwalt jurist
coach: trainer coach
player: spieler stürmer verteidiger
goalkeeper: torwart torhüter
general: general
commander: kommandeur oberbefehlshaber
ambassador: botschafter
deputy: abgeordnete abgeordneter
senator: senator
governor: gouverneur
researcher: forscher wissenschaftler
engineer: ingenieur
author: autor schriftsteller
journalist: journalist reporter redakteur korrespondent
bishop: bischof
teacher: lehrer
farmer: landwirt bauer
founder: gründer mitgründer
entrepreneur: unternehmer
physicist: physiker
biologist: biologe
chemist: chemiker
historian: historiker
architect: architekt
commissioner: kommissar beauftragte beauftragter
prosecutor: staatsanwalt
virologist: virologe
epidemiologist: epidemiologe
geologist: geologe
hydrologist: hydrologe
rector: rektor
council: landrat stadtrat
analyst: analyst
activist: aktivist
candidate: kandidat
singer: sänger
pilot: pilot
captain: kapitän
treasurer: schatzmeister kämmerer
mediator: vermittler mediator schlichter
unionist: gewerkschafter
swimmer: schwimmer
runner: läufer sprinter
",
    states: include_str!("names/states.txt"),
    regions: include_str!("names/regions.txt"),
    cities: include_str!("names/cities.txt"),
    cities_too: "Essen;Halle;Singen;Hof;Regen;Bergen;Worms;Kiel;Münster;Ulm;Weimar;Gera;Hamm;Hagen;Siegen;Minden;Lage;Ahlen;Celle;\
Goslar;Melle;Stade;Leer;Aue;Plauen;Pirna;Bath;Nizza;Linz;Wels;Steyr;Chur;Zug;Biel;Oder;Cork;Lille;Tours;Reading;Split;\
Bonn;Emden;Fulda;Gießen;Hanau;Marburg;Zell;Baden;Kehl;Lahr;Offenburg;Aalen;Gotha;Suhl;Riesa;Wesel;Neuss;Moers;Velbert;Witten;Herne;Unna;\
Verden;Soltau;Varel;Wismar;Güstrow;Demmin;Anklam;Torgau;Grimma;Borna;Oschatz;Döbeln;Freiberg;Bautzen",
    organisations: include_str!("names/organisations.txt"),
    adjective_endings: &["e", "en", "er", "es", "em"],
    capital_nouns: true,
    town_adjectives: true,
    feminine: "in",
};
