//! German: who says what, and how surely.
//!
//! Verbs are written `particle|infinitive 3rd-person past participle`; a weak verb by its infinitive alone. `+word` names a
//! word that has to stand before the particle (`aus|gehen … +davon`).

use crate::lang::speech::Effect::{
    Condition, Degree, Denies, Hearsay, Idiom, Nothing, Plan, Proviso, Source, Unlikely,
};
use crate::lang::speech::Needs::{Amount, Clause, Object};
use crate::lang::speech::Sure::{Certain, Possible, Probable, Unknown};
use crate::lang::speech::{Form, Manner, Tables, VerbList, Written, is};

const SAY: Manner = Manner { needs: Clause, certainty: None, denies: false, plan: false, asks: false };
const STATE: Manner = Manner { needs: Object, ..SAY };
const ESTIMATE: Manner = Manner { needs: Amount, ..SAY };

/// The German tables.
pub const TABLES: Tables = Tables {
    words: WORDS,
    verbs: VERBS,
    plain: PLAIN,
    inflect,
    phrases: PHRASES,
    prefixes: &[
        "be",
        "er",
        "ver",
        "ent",
        "zer",
        "über",
        "unter",
        "wider",
        "ge",
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "ein",
        "mit",
        "nach",
        "vor",
        "zu",
        "zurück",
        "zusammen",
        "fest",
        "statt",
        "teil",
        "hervor",
        "hin",
        "her",
        "wieder",
        "weiter",
        "durch",
        "um",
        "bereit",
        "vorbei",
        "los",
        "fort",
        "weg",
        "gegenüber",
    ],
    able: &[],
    adjective_endings: &["e", "en", "er", "es", "em"],
    verb_endings: &["te", "ten", "t"],
    noun_capitals: true,
    compounds: true,
    verb_last: true,
    female_endings: &["in", "innen", "frau"],
    speakers: include_str!("speakers.txt"),
    speaker_endings: &[
        ("s", ""),
        ("es", ""),
        ("n", ""),
        ("en", ""),
        ("e", ""),
        ("er", ""),
        ("ern", ""),
        ("in", ""),
        ("innen", ""),
        ("r", ""),
        ("in", "e"),
        ("innen", "e"),
        ("sin", ""),
        ("sinnen", ""),
    ],
    addressed: &[],
};

const WORDS: &[(u64, &str)] = &[
    (
        is::DET,
        "der die das dem den des ein eine einen einem einer eines dieser diese dieses diesem diesen jener jene jenes \
        jenem jenen sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem \
        unserer mein meine meinen meinem meiner alle allen aller mehrere mehrerer mehreren viele vielen vieler einige einigen \
        einiger beide beiden beider manche mancher manchen zahlreiche zahlreichen zahlreicher mindestens zwei drei vier fünf \
        sechs sieben acht neun zehn elf zwölf kein keine keinen keinem keiner keines jeder jede jedes jedem jeden beim vom \
        zum zur im am ins dessen deren welche welcher welches sämtliche sämtlicher",
    ),
    (
        is::DET_GEN,
        "des der eines einer seiner ihrer seines ihres unserer dieser dieses aller mehrerer zahlreicher vieler \
        einiger beider zweier dreier deren",
    ),
    (
        is::DET_OBJ,
        "den dem einen einem diesen diesem seinen seinem ihren ihrem unseren unserem jenen jenem keinen keinem \
        des eines dieses-mal jedem jeden allen vielen einigen",
    ),
    (
        is::PREP,
        "in im ins an am ans auf aus bei beim bis durch durchs für fürs gegen hinter hinterm mit nach neben ohne seit \
        trotz über überm um ums unter unterm von vom vor vorm während wegen zu zum zur zwischen ab angesichts anhand anlässlich \
        anstatt statt aufgrund außer außerhalb bezüglich binnen dank entgegen entlang gegenüber gemäß hinsichtlich infolge \
        innerhalb inklusive jenseits mangels mithilfe mittels nahe pro samt seitens vonseiten trotz zugunsten zulasten mitsamt \
        nebst oberhalb unterhalb unweit zwecks kraft per via",
    ),
    (is::JOIN, "von vom für fürs aus beim"),
    (is::BY, "von vom durch"),
    (is::PRON, "er sie"),
    (is::MALE, "er herr herrn ihm sein seine seinen seinem seiner seines"),
    (is::FEMALE, "frau sie ihr ihre ihren ihrem ihrer ihres"),
    (is::STAND_IN, "müssten hätten wären würden kämen gingen ließen"),
    (is::TITLE, "herr herrn frau dr prof"),
    (is::FIRST, "ich wir mir mich uns"),
    (is::NOBODY, "es man"),
    (is::THIS, "das dies so"),
    (is::TO, "zu"),
    (is::SELF_PRON, "sich"),
    (is::COORD, "und oder sowie sondern denn"),
    (is::CONTRAST, "aber doch jedoch hingegen dagegen während wohingegen allerdings dennoch trotzdem gleichwohl"),
    (is::THAT, "dass daß"),
    (is::WHETHER, "ob"),
    (
        is::SUBORD,
        "weil da obwohl obgleich wenngleich obschon nachdem bevor ehe bis sobald solange sooft seitdem indem damit \
        während wohingegen sodass als zumal insofern soweit seit um ohne anstatt statt nachdem",
    ),
    (is::IF, "falls sofern wenn vorausgesetzt"),
    (is::PROVISO, "sofern vorausgesetzt"),
    (is::IF_FIRST, "sollte sollten"),
    (
        is::REL,
        "der die das dem den denen dessen deren welche welcher welches welchem welchen wo wobei wodurch womit wofür \
        worauf woran wovon wozu wogegen worüber worin",
    ),
    (is::WHEREBY, "wonach"),
    (is::WHEREBY | is::ADV, "demnach demzufolge"),
    (is::AS, "wie"),
    (is::SO, "so"),
    (
        is::ASKS,
        "wer was wie wo wann warum weshalb wieso wohin woher welche welcher welches wieweit inwieweit inwiefern wieviel",
    ),
    (is::FIN | is::BE, "ist sind war waren bin bist wart"),
    (is::FIN | is::BE | is::REPORT_MOOD, "sei seien"),
    (is::FIN | is::BE | is::UNREAL, "wäre wären"),
    (is::FIN | is::HAVE, "hat haben hatte hatten"),
    (is::FIN | is::HAVE | is::REPORT_MOOD, "habe"),
    (is::FIN | is::HAVE | is::UNREAL, "hätte hätten"),
    (is::FIN | is::PASSIVE, "wird werden wurde wurden"),
    (is::FIN | is::PASSIVE | is::REPORT_MOOD, "werde"),
    (is::FIN | is::PASSIVE | is::UNREAL, "würde würden"),
    (is::PARTICIPLE | is::PASSIVE, "worden"),
    (is::PARTICIPLE | is::BE, "gewesen"),
    (
        is::FIN,
        "könnte könnten dürfte dürften scheint scheinen schien schienen scheine kann können konnte konnten mag mögen mochte mochten möchte möchten darf dürfen durfte durften soll sollen \
        sollte sollten will wollen wollte wollten muss müssen musste mussten müsste müssten lässt lassen ließ ließen \
        braucht brauchen gilt gelten galt galten weiß wissen wusste wussten",
    ),
    (is::FIN | is::REPORT_MOOD, "könne müsse solle wolle dürfe möge wisse lasse gelte tue stehe gehe komme gebe"),
    (
        is::FIN | is::UNREAL,
        "käme kämen ginge gingen gäbe gäben ließe ließen bräuchte bräuchten stünde stünden läge lägen \
        fände fänden bliebe blieben nähme nähmen hielte hielten bekäme bekämen verlöre stiege stiegen wüsste wüssten täte",
    ),
    (is::HEARSAY, "soll sollen sollte sollten"),
    (
        is::FUTURE,
        "soll sollen wird werden künftig zukünftig demnächst geplant geplante geplanten vorgesehen will wollen \
        beabsichtigt werde",
    ),
    (is::SELF, "will wollen"),
    (is::MUST, "muss müssen müsse"),
    (is::PERFECT, "haben sein"),
    (
        is::STATE,
        "sein stammen befinden liegen betragen gehören leben existieren umfassen aufhalten wissen kennen besitzen",
    ),
    (
        is::POSSIBLE,
        "möglicherweise womöglich vielleicht eventuell könnte könnten denkbar potenziell potentiell plausibel \
        gerüchteweise unterumständen",
    ),
    (
        is::PROBABLE,
        "wahrscheinlich vermutlich wohl offenbar anscheinend mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher \
        mutmaßliches mutmaßlichem vermeintlich vermeintliche vermeintlichen vermeintlicher voraussichtlich voraussichtliche \
        voraussichtlichen dürfte dürften scheint scheinen schien schienen augenscheinlich höchstwahrscheinlich wahrscheinliche \
        wahrscheinlichen vermutete vermuteten vermuteter scheine",
    ),
    (is::POSSIBLE | is::ALLEGED, "angeblich angebliche angeblichen angeblicher angebliches angeblichem"),
    (is::OPEN, "unklar ungewiss fraglich ungeklärt unbekannt strittig umstritten unsicher abzuwarten"),
    (
        is::NOT,
        "nicht nichts kein keine keinen keinem keiner keines keinerlei nie niemals niemand niemandem niemanden nirgends \
        weder keineswegs keinesfalls mitnichten nirgendwo nimmer",
    ),
    (is::BUT_RATHER, "sondern"),
    (
        is::TIME,
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags januar jänner februar märz april \
        mai juni juli august september oktober november dezember heute gestern morgen vormittag nachmittag abend abends \
        mittag nacht dienstagabend montagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend \
        montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen",
    ),
    (
        is::ADV,
        "auch zudem außerdem bereits schon noch nun jetzt dann dort hier damals dabei daher darum deshalb deswegen \
        jedoch allerdings aber doch hingegen dagegen später zuvor zunächst zuletzt zugleich gleichzeitig bislang bisher \
        inzwischen mittlerweile derzeit aktuell sogar nur erst etwa rund fast knapp sehr ganz recht mehr weniger immer \
        wieder oft häufig meist weiter weiterhin ferner schließlich ebenfalls ebenso indes indessen derweil unterdessen \
        hierzu dazu davon darauf daran darüber damit dadurch danach demnach nämlich ja eben gerade kaum selbst einmal mal \
        zwar jedenfalls insgesamt teils teilweise gegenwärtig vorerst anschließend daraufhin überhaupt dennoch trotzdem \
        gleichwohl nachts tags ohnehin jüngst kürzlich neulich vorab wiederum sonst vielmehr tatsächlich eigentlich \
        wörtlich schriftlich öffentlich mündlich offiziell ausdrücklich nachdrücklich jüngst zufolge rückblickend \
        gestern heute also bekannt bereit gesamt direkt konkret leicht schlecht echt weit seit gut gar fest knapp recht \
        abermals erneut lediglich ebenfalls etwas viel wenig dort überdies nirgendwo irgendwo insbesondere vor allem \
        beispielsweise womöglich besonders daneben einstweilen obendrein zusätzlich insofern nebenbei demgegenüber stattdessen immerhin namentlich \
        hauptsächlich vorsorglich wenigstens andererseits einerseits zuletzt nochmals",
    ),
    (
        is::PARTICLE,
        "ab an auf aus bei ein mit nach vor zu zurück fest frei bekannt hervor hin zusammen bereit weiter nahe kund um \
        weg los durch statt teil wieder fort voraus klar dar über",
    ),
    (is::SOURCE, "laut"),
    (
        is::NOISE,
        "rief riefen ruft lachte lachten lacht sang sangen singt schrie schrien schreit spielte spielten spielt \
        dröhnte dröhnen klang klingt redete reden sprach sprechen sprach brüllte brüllten jubelte jubelten klatschte so zu sehr \
        ziemlich besonders wie nicht ganz allzu denkt dachte sucht suchen suchte suchten fragt fragte fragten fahndet \
        fahndeten verlangt verlangte bittet bat strebt",
    ),
    (is::SOURCE_AFTER, "zufolge"),
    (is::SOURCE_LEAD, "nach gemäß entsprechend"),
    (
        is::SAYING,
        "angabe angaben einschätzung einschätzungen berechnung berechnungen darstellung darstellungen worten aussage \
        aussagen ansicht ansichten meinung auffassung überzeugung information informationen erkenntnis erkenntnissen \
        erkenntnisse schätzung schätzungen prognose prognosen bericht berichten berichte auskunft auskünften mitteilung \
        mitteilungen erklärung erklärungen zahlen daten statistik statistiken hochrechnung hochrechnungen beobachtung \
        beobachtungen bewertung rechnung zählung bekunden zählungen lesart ankündigung ankündigungen empfehlung empfehlungen \
        umfrage umfragen ermittlungen recherchen kenntnis analyse analysen untersuchungen eindruck dafürhalten befund \
        befunden urteil sicht prognosen einschätzungen feststellungen feststellung vermutung vermutungen schilderung \
        schilderungen zeugenaussagen zeugenaussage",
    ),
    (
        is::WORK,
        "studie studien bericht berichte gutachten umfrage analyse untersuchung untersuchungen papier dokument dokumente \
        dokumenten unterlagen mitteilung pressemitteilung statistik protokoll protokolle protokollen auswertung entwurf vermerk \
        schreiben brief erhebung expertise bilanz bilanzen prüfbericht jahresbericht report interview gesetzentwurf antwort \
        urteil agenturbericht meldung meldungen",
    ),
    (
        is::VOICE,
        "sprecher sprecherin sprechern vertreter vertretern beamte beamten diplomaten regierung geheimdienst geheimdienste \
        geheimdiensten behörde behörden polizei ministerium verteidigungsministerium außenministerium innenministerium \
        finanzministerium militär armee streitkräfte generalstab staatsanwaltschaft führung verwaltung vorstand \
        regierungssprecher konzernsprecher unternehmenssprecher offizielle offiziellen kreise kreisen führungskreise \
        amt rathaus justiz botschaft medien anwälte anwältin anwalt experten expertin experte forscher forschern \
        nachrichtendienst nachrichtendienste",
    ),
    (is::CONVINCED, "überzeugt zuversichtlich sicher besorgt optimistisch skeptisch gewiss einig"),
    (is::HINT, "hinweis hinweise hinweisen anzeichen indizien verdacht anhaltspunkt anhaltspunkte anhaltspunkten"),
    (
        is::POSSIBLE,
        "gerücht gerüchte gerüchten spekulation spekulationen mutmaßung mutmaßungen befürchtung befürchtungen",
    ),
    (is::OWN, "eigenen eigener eigene eigenem"),
    (
        is::THOUGHT,
        "plan titel motto name idee ziel hoffnung vorwurf fazit ergebnis begründung argument forderung kritik \
        vorschlag these tenor gedanke überlegung sorge befürchtung erwartung botschaft warnung devise vision kalkül \
        annahme slogan wortlaut theorie rat appell antwort",
    ),
    (is::LABEL, "frage antwort"),
];

const VERBS: &[VerbList] = &[
    VerbList {
        manner: SAY,
        verbs: "sagen; erklären; mit|teilen; berichten; äußern; betonen; erläutern; aus|führen; dar|legen; unterstreichen \
            unterstreicht unterstrich unterstrichen; hervor|heben hebt hob hervorgehoben; hinzu|fügen; ergänzen; \
            an|merken; bemerken; argumentieren; behaupten; beteuern; versichern; schildern; erzählen; schreiben schreibt \
            schrieb geschrieben; klagen; kritisieren; monieren; bemängeln; mahnen; loben; urteilen; resümieren; \
            bilanzieren; konstatieren; fest|stellen; finden findet fand gefunden; meinen; entgegnen; erwidern; antworten; \
            kontern; zitieren; twittern; posten; aus|sagen; zu Protokoll|geben gibt gab gegeben; zu bedenken|geben gibt gab \
            gegeben; bekannt|geben gibt gab bekanntgegeben; bekannt|geben gibt gab gegeben; an|geben gibt gab angegeben; \
            zu|geben gibt gab zugegeben; fordern; verlangen; appellieren; klar|stellen; klar|machen; \
            deutlich|machen; aus|gehen geht ging ausgegangen +davon; hin|weisen weist wies hingewiesen +darauf; \
            verweisen verweist verwies verwiesen; lauten; verkünden; informieren; präzisieren; jubeln; scherzen; spotten; \
            schwärmen; befinden befindet befand befunden; schlussfolgern; folgern; verraten verrät verriet verraten; \
            bedauern; beklagen; überlegen; wissen-lassen; schwören schwört schwor geschworen; \
            vor|rechnen; vor|schlagen schlägt schlug vorgeschlagen; referieren; prahlen; rügen; kommentieren; \
            raten rät riet geraten; sprechen spricht sprach gesprochen +davon; reden +davon; nennen nennt nannte genannt; \
            bezeichnen; begründen; unterstellen; lassen lässt ließ gelassen +wissen; gestehen gesteht gestand gestanden; \
            erinnern erinnert erinnerte erinnert; fest|halten hält hielt festgehalten; werben wirbt warb geworben +damit; \
            ab|winken; ab|wiegeln; ein|wenden wendet wandte eingewandt; nach|legen; zu|spitzen; bekräftigen; untermauern; \
            für falsch|halten hält hielt gehalten; für richtig|halten hält hielt gehalten; für nötig|halten hält hielt gehalten; \
            für notwendig|halten hält hielt gehalten; für sinnvoll|halten hält hielt gehalten; für übertrieben|halten hält hielt gehalten",
        source: "",
    },
    VerbList {
        manner: STATE,
        verbs: "bestätigen; vermelden; melden; ein|räumen; zu|gestehen gesteht gestand zugestanden; vor|werfen wirft warf \
            vorgeworfen; bescheinigen; belegen; nach|weisen weist wies nachgewiesen; zeigen; ergeben ergibt ergab ergeben; \
            offenbaren; enthüllen; dokumentieren; attestieren; beschuldigen; bezichtigen; \
            sprechen spricht sprach gesprochen +von",
        source: "",
    },
    VerbList { manner: Manner { needs: Clause, ..STATE }, verbs: "heißen heißt hieß geheißen", source: "" },
    VerbList {
        manner: STATE,
        verbs: "hervor|gehen geht ging hervorgegangen; ergeben ergibt ergab ergeben; ersehen ersieht ersah ersehen",
        source: "aus",
    },
    VerbList {
        manner: STATE,
        verbs: "begrüßen; verurteilen; befürworten; an|prangern; bemängeln; rügen; beanstanden; würdigen",
        source: "",
    },
    VerbList {
        manner: ESTIMATE,
        verbs: "schätzen; beziffern; taxieren; veranschlagen; ein|schätzen; berechnen; errechnen; an|geben gibt gab angegeben; \
            beziffern; kalkulieren; bewerten; zählen; führen +auf; \
            aus|gehen geht ging ausgegangen",
        source: "",
    },
    VerbList {
        manner: Manner { certainty: Some(Probable), ..SAY },
        verbs: "vermuten; mutmaßen; glauben; annehmen nimmt nahm angenommen; an|nehmen nimmt nahm angenommen; tippen; \
            spekulieren; denken denkt dachte gedacht",
        source: "",
    },
    VerbList {
        manner: Manner { needs: Object, certainty: Some(Probable), plan: true, ..SAY },
        verbs: "erwarten; prognostizieren; voraus|sagen; vorher|sagen; rechnen; prophezeien",
        source: "",
    },
    VerbList {
        manner: Manner { plan: true, ..STATE },
        verbs: "an|kündigen; zu|sagen; versprechen verspricht versprach versprochen; an|drohen; drohen +mit; in Aussicht|stellen; \
            zu|sichern; geloben; schwören schwört schwor geschworen",
        source: "",
    },
    VerbList {
        manner: Manner { denies: true, ..STATE },
        verbs: "bestreiten bestreitet bestritt bestritten; dementieren; leugnen; zurück|weisen weist wies zurückgewiesen; \
            verneinen; ab|streiten streitet stritt abgestritten; widersprechen widerspricht widersprach widersprochen; \
            aus|schließen schließt schloss ausgeschlossen",
        source: "",
    },
    VerbList {
        manner: Manner { denies: true, certainty: Some(Probable), ..STATE },
        verbs: "bezweifeln bezweifelt bezweifelte bezweifelt; zweifeln zweifelt zweifelte gezweifelt; an|zweifeln zweifelt \
            zweifelte angezweifelt",
        source: "",
    },
    VerbList {
        manner: Manner { certainty: Some(Unknown), asks: true, ..SAY },
        verbs: "fragen; rätseln; prüfen; untersuchen; wissen-wollen; erwägen erwägt erwog erwogen; überlegen; diskutieren; \
            streiten streitet stritt gestritten; beraten berät beriet beraten",
        source: "",
    },
    VerbList {
        manner: Manner { certainty: Some(Possible), ..SAY },
        verbs: "warnen; befürchten; fürchten; hoffen; an|deuten; nahe|legen; suggerieren; für möglich|halten hält hielt gehalten",
        source: "",
    },
];

const PLAIN: &str = "steigen steigt stieg gestiegen; sinken sinkt sank gesunken; fallen fällt fiel gefallen; gehen geht ging \
    gegangen; kommen kommt kam gekommen; stehen steht stand gestanden; liegen liegt lag gelegen; bleiben bleibt blieb \
    geblieben; nehmen nimmt nahm genommen; bekommen bekommt bekam bekommen; erhalten erhält erhielt erhalten; halten hält \
    hielt gehalten; lassen lässt ließ gelassen; finden findet fand gefunden; verlieren verliert verlor verloren; gewinnen \
    gewinnt gewann gewonnen; sterben stirbt starb gestorben; werben wirbt warb geworben; helfen hilft half geholfen; treffen \
    trifft traf getroffen; treten tritt trat getreten; geben gibt gab gegeben; sehen sieht sah gesehen; lesen liest las \
    gelesen; laufen läuft lief gelaufen; fahren fährt fuhr gefahren; tragen trägt trug getragen; schlagen schlägt schlug \
    geschlagen; wachsen wächst wuchs gewachsen; ziehen zieht zog gezogen; bieten bietet bot geboten; schließen schließt \
    schloss geschlossen; beschließen beschließt beschloss beschlossen; beginnen beginnt begann begonnen; bringen bringt \
    brachte gebracht; denken denkt dachte gedacht; kennen kennt kannte gekannt; nennen nennt nannte genannt; wissen weiß \
    wusste gewusst; entstehen entsteht entstand entstanden; bestehen besteht bestand bestanden; verstehen versteht verstand \
    verstanden; entscheiden entscheidet entschied entschieden; steigern; senken; erhöhen; zahlen; kosten kostet kostete \
    gekostet; stellen; setzen; legen; leisten; leiten; arbeiten; warten; fehlen; brauchen; dauern dauert dauerte gedauert; \
    folgen; führen; gehören; gelten gilt galt gegolten; hoffen; kaufen; verkaufen; leben; liefern liefert lieferte \
    geliefert; machen; öffnen öffnet öffnete geöffnet; planen; produzieren; profitieren; reagieren; reichen; sammeln \
    sammelt sammelte gesammelt; schaffen schafft schuf geschaffen; schicken; senden; spielen; starten; stoppen; suchen; \
    teilen; verdienen; verfügen; verletzen; verzeichnen verzeichnet verzeichnete verzeichnet; wählen; wechseln wechselt \
    wechselte gewechselt; wirken; zeigen; erreichen; erzielen; betragen beträgt betrug betragen; entsprechen entspricht \
    entsprach entsprochen; unterzeichnen unterzeichnet unterzeichnete unterzeichnet; unterschreiben unterschreibt unterschrieb \
    unterschrieben; übernehmen übernimmt übernahm übernommen; verlassen verlässt verließ verlassen; vergeben vergibt vergab \
    vergeben; verbieten verbietet verbot verboten; brechen bricht brach gebrochen; sprechen spricht sprach gesprochen; \
    rufen ruft rief gerufen; werfen wirft warf geworfen; essen isst aß gegessen; trinken trinkt trank getrunken; schreiben \
    schreibt schrieb geschrieben; streichen streicht strich gestrichen; streiten streitet stritt gestritten; schreiten; \
    leiden leidet litt gelitten; greifen greift griff gegriffen; weichen weicht wich gewichen; sitzen sitzt saß gesessen; \
    bitten bittet bat gebeten; fliegen fliegt flog geflogen; fliehen flieht floh geflohen; fließen fließt floss geflossen; \
    schießen schießt schoss geschossen; wiegen wiegt wog gewogen; heben hebt hob gehoben; hängen hängt hing gehangen; \
    fangen fängt fing gefangen; empfangen empfängt empfing empfangen; scheitern scheitert scheiterte gescheitert; \
    bauen; blicken; danken; drohen; ehren; enden; erleben; ersetzen; fordern fordert forderte gefordert; fördern fördert \
    förderte gefördert; fürchten; glauben; handeln handelt handelte gehandelt; kritisieren; kündigen; lehnen; lernen; \
    lösen; nutzen; ordnen ordnet ordnete geordnet; räumen; regnen regnet regnete geregnet; retten; rücken; sichern \
    sichert sicherte gesichert; siegen; sorgen; sparen; stammen; stärken; stimmen; stören; stützen; tauschen; testen; \
    trennen; umfassen umfasst umfasste umfasst; verbessern verbessert verbesserte verbessert; verhandeln verhandelt \
    verhandelte verhandelt; verhindern verhindert verhinderte verhindert; vermeiden vermeidet vermied vermieden; verzichten; \
    wagen; wehren; weinen; wenden; wohnen; wünschen; zählen; zerstören; zögern zögert zögerte gezögert; verlangen; \
    versuchen; versorgen; schützen; erfassen erfasst erfasste erfasst; ermitteln ermittelt ermittelte ermittelt; benötigen; \
    beteiligen; entwickeln entwickelt entwickelte entwickelt; enthalten enthält enthielt enthalten; fließen fließt floss \
    geflossen; erwarten; betreiben betreibt betrieb betrieben; treiben treibt trieb getrieben; rechnen rechnet rechnete \
    gerechnet; melden; prüfen; sinnen sinnt sann gesonnen; drücken; wollen will wollte gewollt; liegen liegt lag gelegen; \
    besitzen besitzt besaß besessen; begehen begeht beging begangen; ergehen ergeht erging ergangen; verstoßen verstößt \
    verstieß verstoßen; stoßen stößt stieß gestoßen; raten rät riet geraten; schlafen schläft schlief geschlafen; \
    behalten behält behielt behalten; verhalten verhält verhielt verhalten; gefährden gefährdet gefährdete gefährdet; \
    bewegen; beobachten; betrachten; achten; bedeuten; verändern verändert veränderte verändert; lohnen; passieren; \
    funktionieren; schätzen; behandeln behandelt behandelte behandelt; erkranken; genesen; infizieren; impfen";

const PHRASES: &[(crate::lang::speech::Effect, &str)] = &[
    (
        Unlikely(Certain),
        "ausgeschlossen ist; ist|sei|gilt|war|scheint * ausgeschlossen; schließt|schloss|schließen|schlossen * aus; undenkbar; unmöglich; ist|sei|war|wäre nicht möglich; nicht möglich",
    ),
    (
        Degree(Possible),
        "steht|stehen|stand|standen|stünde * im raum; nicht ausgeschlossen; nicht * auszuschließen; nicht * ausschließen; schließt|schloss|schließen|schlossen * nicht aus; \
        nicht unwahrscheinlich; nicht undenkbar; nicht unmöglich; ist|sei|wäre|erscheint|scheint * möglich; \
        für möglich; für plausibel; für denkbar; für vorstellbar; unter umständen; \
        im bereich des möglichen; ist|sind|sei|bleibt * vorstellbar; nicht völlig ausgeschlossen; \
        hält|halten|hielt|hielten * für möglich|denkbar|plausibel; als möglich; als denkbar; als plausibel; \
        kommt|kommen|kam|kamen|komme|käme * in betracht; in betracht kommt|kommen|kommend|kommende|kommenden; \
        kommt|kommen|kam|kamen|komme|käme * infrage; kommt|kommen|kam|kamen|komme|käme * in frage",
    ),
    (
        Degree(Probable),
        "chancen stehen|standen * gut; aller voraussicht nach; aller wahrscheinlichkeit nach; mit hoher wahrscheinlichkeit; \
        mit großer wahrscheinlichkeit; zu erwarten; zu rechnen; davon auszugehen; zu befürchten; \
        steht|stand|stünde * zu befürchten; deutet|deuten|deutete|deuteten * hin; spricht|sprechen|sprach|sprachen * dafür; \
        gilt|gelten|galt|galten * als * wahrscheinlich; als wahrscheinlich; für wahrscheinlich; wie es scheint; \
        im verdacht; unter verdacht; dem anschein nach; so gut wie sicher; lässt|lassen * vermuten; lässt|lassen * darauf * schließen; \
        ist|sind|war|waren * zu vermuten; ich glaube|vermute|erwarte|denke|rechne|nehme; glaube|vermute|erwarte|denke|rechne ich; wir glauben|vermuten|erwarten|denken|rechnen; \
        glauben|vermuten|erwarten|denken|rechnen wir; liegt * nahe; lag * nahe; ich gehe davon aus",
    ),
    (
        Unlikely(Probable),
        "unwahrscheinlich; als unwahrscheinlich; kaum vorstellbar; kaum denkbar; kaum wahrscheinlich; \
        wenig wahrscheinlich; kaum zu erwarten",
    ),
    (
        Degree(Unknown),
        "nicht|kaum * abzuschätzen; nicht|kaum * abschätzen; nicht|kaum * abzusehen; nicht|kaum * absehbar; nicht|kaum * absehen; nicht bekannt; nicht klar; \
        nicht * geklärt; nicht entschieden; nicht * sicher; nicht * gewiss; nicht * erwiesen; nicht * belegt; nicht * bewiesen|nachgewiesen; steht|stehe|stehen|stand|standen * nicht fest; \
        steht|stehe|stand|standen|stehen * noch aus; keine * entscheidung; keine|keinen * klarheit|angaben|aufschluss; \
        bleibt|blieb|bleiben|bleibe * offen; ist|sei|war|sind|waren noch|weiter|weiterhin|völlig|derzeit|bislang|bisher offen; offen ist|bleibt|sei|blieb|war|lassen|ließ|lässt|bleiben|sind; lässt|ließ|lassen|ließen * offen; \
        bleibt|blieb|bleiben|ist * abzuwarten; zu früh; in den sternen; muss sich * zeigen; wird sich * zeigen; \
        nicht * vorhersagen; nicht * vorherzusagen; nicht * beurteilen; nicht * einschätzen; \
        weiß|wissen|wusste niemand; niemand weiß; noch nicht fest; nicht beantwortet; nicht * nachvollziehbar; \
        keine * erkenntnisse|informationen; nicht * überprüfen; nicht * überprüft; unabhängig * nicht * bestätigt|überprüft",
    ),
    (
        Degree(Certain),
        "kein zweifel; keinen zweifel; keine zweifel; ohne zweifel; ohne jeden zweifel; zweifellos; \
        keine frage; steht|stand * fest; zweifelsfrei; mit sicherheit; gewiss",
    ),
    (
        Denies,
        "lehnt|lehnte|lehnen|lehnten es * ab; weigert|weigerte|weigern|weigerten sich; fehlt|fehlen|fehlten|fehlte * belege|beweise|beleg|beweis|nachweis|nachweise; alles andere als; von wegen; weit davon entfernt",
    ),
    (
        Nothing,
        "nicht nur; nicht bloß; nicht allein; nicht zuletzt; nicht selten; nicht umsonst; nicht ohne; nicht zu vergessen; \
        nicht minder; nicht mehr als; nicht weniger als; nicht einmal #; keine #; kein wunder; kein geringerer; keine geringere; \
        kein anderer; keine andere; nichts anderes; mehr oder weniger; nach wie vor; nicht von ungefähr; nicht zum ersten; \
        nicht nötig-; so nicht; wohl auch-; wohl wissend; wohl oder übel; wohl der; ob nun; egal ob; unabhängig davon ob; \
        als ob; wie kein anderer; wie nie zuvor; so viele wie nie; sowohl; nie zuvor; wie nie; wie noch nie; nicht genehmigte-; \
        wie keine; wie kein; nichts * geringeres; nicht wenige; keine wahl; nichts desto; keine|kein|keinen * geringere|geringerer; \
        im zweifel; auf keinen fall; besser nicht; wohl des; zum wohl; das wohl; zum wohle; wohl am; sehr wohl; so hoch wie nie; so viel wie nie; \
        umso",
    ),
    (
        Hearsay(Probable),
        "es|so * heißt|hieß|heiße; wird|wurde|werden|wurden * vermutet|angenommen|gemutmaßt|geschätzt|spekuliert|gemunkelt",
    ),
    (
        Hearsay(Possible),
        "dem vernehmen nach; gerüchten nach; gerüchten zufolge; hinter vorgehaltener hand; es heißt; vom hörensagen",
    ),
    (Hearsay(Certain), "wird|wurde|werden|wurden * berichtet|behauptet|mitgeteilt|gemeldet; ist|war * die rede"),
    (
        Source,
        "unter berufung auf; unter verweis auf; aus sicht; aus der sicht; in den augen; in den worten; mit verweis auf; \
        mit berufung auf; unter bezug auf; mit den worten-; glaubt man; folgt man; aus perspektive; vonseiten",
    ),
    (Plan, "ist|sind * geplant; sieht|sehen|sah * vor; plant|planen|plante|planten"),
    (Condition, "für den fall; im falle; im fall; es sei denn"),
    (Proviso, "vorausgesetzt; vorbehaltlich; unter der bedingung; unter der voraussetzung"),
    (
        Idiom,
        "es sei denn; gott sei dank; sei es; wie dem auch sei; wie auch immer; sei dahingestellt; als ob; als habe; als sei; als werde; \
        als gehe; als gebe; als könne; als wolle; als müsse; als wären; als wäre; als hätte; als hätten; als würde; als würden; \
        so wie; auch wenn; selbst wenn; wenn auch; immer wenn; als wenn; ich habe; habe ich; werde ich; ich werde; gehe ich; ich gehe; \
        hätte|hätten * nicht gedacht; nicht dass; so dass",
    ),
];

/// Finite forms that are adjectives more often than the mood of reported speech.
const NOT_REPORT: &[&str] = &["reiche", "weise", "ende", "öffne", "teste", "heiße", "wende", "bewege", "lose", "führe"];

/// Writes the forms of one verb.
fn inflect(verb: &str, put: &mut dyn FnMut(Written<'_>)) {
    let mut with = "";
    let mut parts = Vec::new();
    for part in verb.split_whitespace() {
        match part.strip_prefix('+') {
            Some(w) => with = w,
            None => parts.push(part),
        }
    }
    // `zu bedenken|geben`: the words before the last of the particle are required too.
    while parts.first().is_some_and(|p| parts.len() > 1 && !p.contains('|') && parts.iter().any(|q| q.contains('|'))) {
        with = parts.remove(0);
    }
    let Some(&first) = parts.first() else { return };
    let (particle, base) = first.split_once('|').unwrap_or(("", first));
    let stem = base.strip_suffix("en").or_else(|| base.strip_suffix('n')).unwrap_or(base);
    let inseparable = ["be", "er", "ver", "ent", "zer", "ge", "über", "unter", "wider"];
    let (present, past, participle) = match parts.as_slice() {
        [_, present, past, participle] => (present.to_string(), past.to_string(), participle.to_string()),
        _ => {
            let e = if base.ends_with("ten") || base.ends_with("den") || base.ends_with("chnen") { "e" } else { "" };
            let ge = match inseparable.iter().any(|p| base.starts_with(p)) && particle.is_empty()
                || base.ends_with("ieren")
            {
                true => "",
                false => "ge",
            };
            (format!("{stem}{e}t"), format!("{stem}{e}te"), format!("{}{ge}{stem}{e}t", particle.to_lowercase()))
        }
    };
    let past_plural = if past.ends_with('e') { format!("{past}n") } else { format!("{past}en") };
    let report = format!("{stem}e");
    let particle_word = particle.to_lowercase();
    for (word, mood) in
        [(&present, false), (&past, false), (&past_plural, false), (&base.to_string(), false), (&report, true)]
    {
        let mood = mood && !NOT_REPORT.contains(&word.as_str());
        put(Written { word, form: Form::Finite, particle: &particle_word, with, report: mood });
        if !particle.is_empty() {
            let joined = format!("{particle_word}{word}");
            put(Written { word: &joined, form: Form::FiniteJoined, particle: "", with, report: mood });
        }
    }
    put(Written { word: &participle, form: Form::Participle, particle: "", with, report: false });
}
