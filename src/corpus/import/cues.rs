//! Words that tell what a line of a page is for, in German and English. Data only.
//!
//! A cue names a whole class of pages, never one page: add a phrase when several sites use it. Phrases are lowercase and
//! compared with a line's letters in lowercase, without the arrows, bullets and counters around it.

use super::report::Reason;

/// Lines that are nothing but this.
pub const WHOLE: &[(Reason, &[&str])] = &[
    (
        Reason::Navigation,
        &[
            "en", "de", "fr", "es", "deutsch", "english", "englisch", "français", "español", "menü", "menu", "suche", "search",
            "suchen", "home", "startseite", "zur startseite", "zurück", "back", "zurück zur übersicht", "zur übersicht",
            "back to top", "nach oben", "zum seitenanfang", "schließen", "close", "login", "log in", "anmelden", "abmelden",
            "sign in", "registrieren", "register", "sitemap", "inhaltsverzeichnis", "table of contents", "sprache wählen",
            "select language", "leichte sprache", "gebärdensprache", "einfache sprache", "breadcrumb", "you are here",
            "sie sind hier", "sie befinden sich hier", "e-paper", "epaper", "main navigation", "hauptnavigation",
            "servicenavigation", "kontrast", "schriftgröße", "vorlesen", "artikel anhören", "listen", "listen to article",
            "listen to this article", "anhören", "play", "pause", "video abspielen", "weiter", "next", "previous", "vorherige",
            "nächste", "loading", "wird geladen", "alle anzeigen", "show all", "show more", "mehr anzeigen", "view all",
            "navigation", "skip navigation", "toggle navigation", "open menu", "menü öffnen", "my account", "mein konto",
        ],
    ),
    (
        Reason::Teaser,
        &[
            "weiterlesen", "mehr lesen", "jetzt lesen", "read more", "continue reading", "mehr erfahren", "learn more",
            "find out more", "zum artikel", "zum beitrag", "zum video", "mehr", "more", "artikel lesen", "read the full story",
            "read full article", "read next", "details", "zur bildergalerie", "view gallery", "watch", "watch now",
        ],
    ),
    (
        Reason::Promotion,
        &[
            "anzeige", "werbung", "advertisement", "advert", "ad", "sponsored", "sponsored content", "promoted", "newsletter",
            "newsletter abonnieren", "newsletter bestellen", "meine news", "abo", "abonnieren", "jetzt abonnieren", "subscribe",
            "subscribe now", "sign up", "jetzt testen", "kostenlos testen", "teilen", "artikel teilen", "beitrag teilen",
            "share", "share this", "share this article", "share article", "drucken", "seite drucken", "print",
            "print this page", "print article", "merken", "artikel merken", "auf die merkliste", "speichern", "save",
            "save article", "bookmark", "link kopieren", "copy link", "copy url", "link copied", "facebook", "twitter", "x",
            "instagram", "whatsapp", "telegram", "linkedin", "xing", "youtube", "mastodon", "bluesky", "threads", "tiktok",
            "pinterest", "reddit", "flipboard", "pocket", "e-mail", "email", "mail", "rss", "per e-mail", "versenden",
            "folgen", "follow", "follow us", "folgen sie uns", "kommentieren", "kommentar schreiben", "leave a comment",
            "download", "pdf", "download pdf", "pdf herunterladen", "pdf-download", "alle akzeptieren", "accept all",
            "accept", "akzeptieren", "ablehnen", "reject all", "zustimmen", "einstellungen", "cookies", "gefällt mir", "like",
            "feedback", "feedback geben", "zitieren", "cite", "zitieren als", "bewerten", "zur merkliste hinzufügen",
            "unterstützen sie uns", "support us", "donate", "jetzt spenden", "spenden", "shop", "jobs", "podcast",
        ],
    ),
    (
        Reason::Imprint,
        &[
            "impressum", "imprint", "datenschutz", "datenschutzerklärung", "datenschutzhinweise", "privacy", "privacy policy",
            "privacy notice", "agb", "nutzungsbedingungen", "terms", "terms of use", "terms of service", "terms and conditions",
            "cookie-einstellungen", "cookie settings", "cookie policy", "cookie-richtlinie", "kontakt", "contact", "contact us",
            "mediadaten", "advertise", "advertise with us", "barrierefreiheit", "erklärung zur barrierefreiheit",
            "accessibility", "about us", "über uns", "alle rechte vorbehalten", "all rights reserved", "karriere", "careers",
            "presse", "press", "hilfe", "help", "faq", "unsere standards", "corrections",
        ],
    ),
];

/// Words that are navigation above the article and may be headings inside it.
pub const HEAD_ONLY: &[&str] = &[
    "research areas", "forschungsgebiete", "themen", "topics", "topic", "thema", "regions", "region", "regionen", "publications",
    "publikationen", "politik", "politics", "wirtschaft", "business", "economy", "economics", "finanzen", "finance", "markets",
    "sport", "sports", "kultur", "culture", "panorama", "wissen", "wissenschaft", "science", "technik", "technology", "tech",
    "meinung", "opinion", "reise", "travel", "lokales", "local", "welt", "world", "ausland", "inland", "deutschland", "germany",
    "europa", "europe", "nachrichten", "news", "aktuelles", "aktuell", "latest", "latest news", "breaking news", "eilmeldung",
    "pressemitteilung", "pressemitteilungen", "press release", "press releases", "presseinformation", "medieninformation",
    "analyse", "analysis", "interview", "kommentar", "bericht", "report", "reports", "hintergrund", "background", "feature",
    "reportage", "gastbeitrag", "essay", "projects", "projekte", "events", "veranstaltungen", "experts", "expertinnen und experten",
    "team", "service", "services", "media", "medien", "archiv", "archive", "gesellschaft", "society", "umwelt", "environment",
    "klima", "climate", "gesundheit", "health", "bildung", "education", "ministerium", "ministry", "plus", "premium", "live",
    "exklusiv", "exclusive", "policy brief", "working paper", "briefing", "blog", "statement", "studie", "study", "stellungnahme",
];

/// Beginnings of lines that belong to the page, not to the article.
pub const START: &[(Reason, &[&str])] = &[
    (
        Reason::Navigation,
        &[
            "jump to", "jump directly", "skip to", "springen sie", "zum inhalt", "zum hauptinhalt", "direkt zum", "zur navigation",
            "zur hauptnavigation", "zur suche", "sie sind hier:", "you are here:", "artikel anhören", "listen to this",
            "diesen artikel vorlesen", "bitte aktivieren sie javascript", "please enable javascript", "your browser",
            "ihr browser", "sprache:", "language:", "diese seite auf", "this page in", "zurück zu", "back to",
        ],
    ),
    (
        Reason::Promotion,
        &[
            "abonnieren sie", "subscribe to", "sign up for", "sign up to", "melden sie sich", "jetzt anmelden", "jetzt newsletter",
            "newsletter:", "newsletter ", "unser newsletter", "our newsletter", "der tägliche newsletter", "get the latest",
            "get our", "folgen sie uns", "folge uns", "follow us", "we use cookies", "wir verwenden cookies", "diese website verwendet",
            "diese webseite verwendet", "this website uses", "this site uses", "wir und unsere partner", "mit ihrer zustimmung",
            "auf facebook", "auf twitter", "auf x teilen", "auf whatsapp", "per e-mail teilen", "share on", "share via", "share this",
            "teilen auf", "teilen sie", "diesen artikel teilen", "empfohlener redaktioneller inhalt", "empfohlener externer inhalt",
            "recommended editorial content", "an dieser stelle finden sie", "an dieser stelle befindet sich", "externer inhalt",
            "external content", "anzeige:", "advertisement:", "already a subscriber", "sie sind bereits abonnent", "bereits abonnent",
            "jetzt weiterlesen mit", "this article is for subscribers", "dieser artikel ist für abonnenten", "support our",
            "unterstützen sie unsere", "laden sie unsere app", "download our app", "download the app", "hat ihnen der artikel gefallen",
            "was this article helpful", "war dieser artikel", "was this page helpful", "war diese seite hilfreich",
        ],
    ),
    (
        Reason::Imprint,
        &[
            "issn", "isbn", "tel.", "tel:", "telefon", "phone", "fax", "telefax", "e-mail:", "email:", "ust-id", "ust.-id",
            "handelsregister", "registergericht", "vat ", "alle rechte vorbehalten", "all rights reserved", "postfach", "p.o. box",
            "po box", "press contact", "pressekontakt", "media contact", "ansprechpartner", "for media enquiries", "for press inquiries",
            "redaktionsschluss", "v.i.s.d.p", "verantwortlich im sinne", "verantwortlich für den inhalt", "umsatzsteuer",
            "registered charity", "registered office", "internet:", "web:", "homepage:",
        ],
    ),
    (
        Reason::Metadata,
        &[
            "veröffentlicht", "erschienen am", "erstellt", "stand:", "aktualisiert", "zuletzt aktualisiert", "zuletzt geändert",
            "letzte aktualisierung", "letzte änderung", "published", "posted", "updated", "last updated", "last modified",
            "first published", "datum:", "date:", "doi:", "doi ", "https://doi.org", "lesezeit", "lesedauer", "reading time",
            "read time", "tags:", "schlagwörter:", "schlagworte:", "stichwörter:", "keywords:", "filed under", "themen:", "topics:",
            "ressort:", "rubrik:", "category:", "kategorie:", "dokumenttyp:", "document type:", "ausgabe:", "issue:", "seite ", "page ",
            "nr.", "no.", "artikel-nr", "quelle: https", "source: https", "url:", "permalink", "zitierhinweis", "suggested citation",
            "zitiervorschlag", "how to cite",
        ],
    ),
];

/// What opens a list of other articles.
pub const TEASERS: &[&str] = &[
    "lesen sie auch", "lesen sie hier", "lesen sie mehr", "lesen sie dazu", "lesen sie hierzu", "lesen sie weiter", "lies auch",
    "auch interessant", "auch lesenswert", "das könnte sie auch interessieren", "das könnte dich auch interessieren",
    "das könnte sie interessieren", "mehr zum thema", "mehr zu diesem thema", "mehr dazu", "mehr aus", "mehr von", "zum thema",
    "weitere artikel", "weitere beiträge", "weitere meldungen", "weitere nachrichten", "weitere informationen zum thema",
    "weiterführende links", "weiterführende informationen", "ähnliche artikel", "ähnliche beiträge", "verwandte artikel",
    "verwandte themen", "passend zum thema", "empfehlungen", "empfehlungen der redaktion", "unsere empfehlungen", "meistgelesen",
    "meistgelesene artikel", "die meistgelesenen", "top-themen", "top themen", "aktuelle artikel", "neueste artikel", "beliebt",
    "dossier zum thema", "alle artikel", "links zum thema", "read also", "also read", "read more on", "read more about", "read more:",
    "read next", "more on this", "more on this story", "more on this topic", "more from", "more stories", "more about this",
    "related", "related articles", "related stories", "related content", "related topics", "related links", "related news",
    "related publications", "related coverage", "see also", "you may also like", "you might also like", "you may be interested in",
    "recommended", "recommended for you", "recommended stories", "recommended reading", "further reading", "editor's picks",
    "editors' picks", "don't miss", "most read", "most popular", "most viewed", "trending", "trending now", "popular", "top stories",
    "latest stories", "in other news", "what to read next", "keep reading", "siehe auch", "verwandte inhalte", "zugehörige inhalte",
];

/// Behind a line that is only this there is nothing of the article any more.
pub const END: &[&str] = &[
    "kommentare", "comments", "leserkommentare", "lesermeinungen", "leserbriefe", "reader comments", "join the conversation",
    "join the discussion", "diskutieren sie mit", "ihre meinung", "schreiben sie einen kommentar", "leave a reply", "post a comment",
    "kommentar verfassen", "view comments", "alle kommentare anzeigen", "forum", "diskussion",
];

/// What introduces the credit of a picture.
pub const CREDIT_START: &[&str] = &[
    "©", "(c)", "foto:", "fotos:", "bild:", "bilder:", "photo:", "photos:", "photo by", "photograph:", "photography:", "picture:",
    "image:", "images:", "image credit", "photo credit", "picture credit", "credit:", "credits:", "bildquelle", "bildnachweis",
    "bildrechte", "fotoquelle", "grafik:", "graphic:", "illustration:", "quelle:", "source:", "screenshot:", "video:", "copyright:",
    "abbildung:", "figure:", "karte:", "map:", "symbolbild", "archivbild", "archivfoto", "file photo", "file picture", "stock photo",
    "titelbild:",
];

/// Credits inside or at the end of a caption. Each is compared with the end of a line, brackets and a name behind it apart.
pub const CREDIT_INSIDE: &[&str] = &[
    "(foto:", "(bild:", "(photo:", "(picture:", "(image:", "(grafik:", "(quelle:", "(source:", "(credit:", "(archivbild", "(archivfoto",
    "(symbolbild", "(symbolfoto", "(file photo", "(ap photo", "(photo by", "(foto von", "(imago", "(dpa-bild", "[photo:", "[foto:",
    "[bild:", "| foto:", "| bild:", "| photo:", "| quelle:", "| source:", "| bildquelle:", "| image:", "| credit:", "picture alliance",
    "picture-alliance", "getty images", "shutterstock", "istockphoto", "stock.adobe", "adobe stock", "dpa/picture", "imago images",
    "imago/", "unsplash", "pixabay", "wikimedia commons", "foto: ", "photo: ", "photograph: ", " / afp", "/afp", "afp/", " / dpa",
    "/dpa", "dpa/", "/reuters", "reuters/", "/epa", "epa/", "/ap photo", "ap/dpa", "via ap", "via reuters", "via afp", "©",
];

/// Names of agencies and picture services, for credit lines that name nothing else: `Jane Doe/dpa`, `Reuters`.
pub const AGENCIES: &[&str] = &[
    "dpa", "afp", "reuters", "epd", "kna", "apa", "sid", "ap", "epa", "pa", "picture alliance", "getty images", "imago", "ddp",
    "shutterstock", "istock", "adobe stock", "alamy", "bloomberg", "xinhua", "kyodo", "keystone", "ansa", "efe", "ritzau", "ntb",
    "pap", "anp", "belga", "laif", "ullstein bild", "akg-images", "mauritius images", "unsplash", "pixabay", "yonhap", "tass", "anadolu",
];

/// What tells that a line names an organisation.
pub const ORGANISATION: &[&str] = &[
    "stiftung", "foundation", "institut", "institute", "ministerium", "bundesministerium", "staatsministerium", "ministry",
    "department", "bundesamt", "landesamt", "statistisches", "agentur", "agency", "kommission", "commission", "universität",
    "university", "hochschule", "akademie", "academy", "zentrum", "center", "centre", "council", "rat", "verband", "association",
    "gesellschaft", "society", "verlag", "press", "zeitung", "tageblatt", "anzeiger", "kurier", "rundschau", "bote", "courier",
    "times", "post", "herald", "tribune", "gazette", "observer", "chronicle", "journal", "magazin", "magazine", "rundfunk",
    "broadcasting", "gmbh", "ag", "ltd", "limited", "inc", "e.v", "ev", "bank", "office", "amt", "regierung", "government",
    "senatsverwaltung", "staatskanzlei", "bundesregierung", "bureau", "group", "media", "medien", "network", "thinktank",
];

/// Small words that a name may contain between its capitals.
pub const SMALL: &[&str] = &[
    "für", "und", "der", "die", "das", "des", "dem", "den", "von", "vom", "zu", "zur", "zum", "in", "im", "am", "an", "bei", "of", "for",
    "and", "the", "on", "at", "to", "e.v.", "&", "–", "-", "|", "mbh",
];

/// What stands before the names of those who wrote it.
pub const BYLINE: &[&str] = &[
    "von", "by", "text:", "text von", "autor:", "autorin:", "autoren:", "autor/in:", "autor*in:", "author:", "authors:", "author", "authors",
    "written by", "words by", "story by", "reporting by", "reported by", "analysis by", "an analysis by", "opinion by",
    "commentary by", "comment by", "interview by", "interview:", "interview von", "das interview führte", "das gespräch führte",
    "die fragen stellte", "die fragen stellten", "eine analyse von", "analyse von", "ein kommentar von", "kommentar von",
    "kommentar:", "ein gastbeitrag von", "gastbeitrag von", "ein beitrag von", "ein bericht von", "bericht von", "bericht:",
    "eine reportage von", "reportage von", "ein interview von", "verfasst von", "geschrieben von", "aufgezeichnet von", "report by",
    "guest post by", "verfasser:", "redaktion:",
];

/// What stands before the name of who published it.
pub const PUBLISHER: &[&str] = &[
    "herausgeber:", "herausgeberin:", "herausgegeben von", "herausgegeben vom", "publisher:", "published by", "verlag:", "verleger:",
    "ein angebot von", "ein angebot des", "ein angebot der", "a publication of", "eine publikation der", "eine publikation des",
];

/// Words inside a line that say it is about the publication as such, where the end of the page has begun.
pub const IMPRINT_INSIDE: &[&str] = &[
    "gibt die auffassung", "geben die auffassung", "gibt die meinung", "geben die meinung", "views expressed", "opinions expressed",
    "begutachtungsverfahren", "peer review", "peer-review", "all rights reserved", "alle rechte vorbehalten", "licensed under",
    "lizenziert unter", "unter der lizenz", "creative commons", "may not be reproduced", "vervielfältigung", "nachdruck",
    "haftung für", "editorial standards", "no liability", "registered in england",
];

/// Words that tell a caption from a sentence of the article when it stands beside a credit.
pub const CAPTION: &[&str] = &[
    "(archivbild)", "(archivfoto)", "(archiv)", "(symbolbild)", "(symbolfoto)", "im bild", "auf dem foto", "auf dem bild",
    "das foto zeigt", "das bild zeigt", "die aufnahme zeigt", "undatierte", "(l.)", "(r.)", "(links)", "(rechts)", "(m.)", "v.l.", "v. l.",
    "file photo", "file picture", "pictured", "(left)", "(right)", "seen here", "in this photo", "this photo", "this image", "blick auf",
    "ein archivbild", "eine aufnahme",
];
