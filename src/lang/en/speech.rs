//! English: who says what, and how surely.
//!
//! Verbs are written `base past participle`; a regular one by its base alone, one that only doubles its consonant by base and
//! past. `+word` names a word that has to follow (`point +out`).

use crate::lang::speech::Effect::{
    Condition, Degree, Denies, Hearsay, Idiom, Nothing, Plan, Proviso, Source, Unlikely,
};
use crate::lang::speech::Needs::{Amount, Clause, Never, Object};
use crate::lang::speech::Sure::{Certain, Possible, Probable, Unknown};
use crate::lang::speech::{Form, Manner, Tables, VerbList, Written, is};

const SAY: Manner = Manner { needs: Clause, certainty: None, denies: false, plan: false, asks: false };
const STATE: Manner = Manner { needs: Object, ..SAY };
const ESTIMATE: Manner = Manner { needs: Amount, ..SAY };

/// The English tables.
pub const TABLES: Tables = Tables {
    words: WORDS,
    verbs: VERBS,
    plain: PLAIN,
    inflect,
    phrases: PHRASES,
    prefixes: &[],
    able: &["can", "could", "cannot", "may", "might"],
    adjective_endings: &[],
    verb_endings: &["ed"],
    noun_capitals: false,
    compounds: false,
    verb_last: false,
    female_endings: &["woman", "women", "ess"],
    speakers: include_str!("speakers.txt"),
    speaker_endings: &[("s", ""), ("es", ""), ("ies", "y"), ("'s", ""), ("’s", "")],
    addressed: &[
        "told", "tell", "tells", "telling", "informed", "informs", "assured", "assures", "reminded", "reminds",
    ],
};

const WORDS: &[(u64, &str)] = &[
    (
        is::DET,
        "the a an this that these those his her its their our my your some any all both each every no several many few \
        most another other two three four five six seven eight nine ten eleven twelve dozens hundreds thousands at-least",
    ),
    (
        is::PREP,
        "in on at by for from of to with without about above across after against along amid among around as before \
        behind below beneath beside besides between beyond despite during except inside into like near off onto out outside \
        over past per since than through throughout till toward towards under until up upon versus via within amongst down \
        including regarding concerning following",
    ),
    (is::JOIN, "of for at from in on with"),
    (is::BY, "by"),
    (is::PRON, "he she they him her them"),
    (is::MALE, "he him his mr"),
    (is::FEMALE, "she her mrs ms"),
    (is::TITLE, "mr mrs ms dr sir prof"),
    (is::FIRST, "i we me us"),
    (is::NOBODY, "it one there"),
    (is::THIS, "this that so"),
    (is::TO, "to"),
    (is::SELF_PRON, "himself herself itself themselves"),
    (is::COORD, "and or nor but so yet"),
    (is::CONTRAST, "but yet however while whereas although though nevertheless nonetheless"),
    (is::THAT, "that"),
    (is::WHETHER, "whether"),
    (is::SUBORD, "because although though while whereas when after before since until as once so lest"),
    (is::IF, "if unless provided assuming"),
    (is::PROVISO, "provided"),
    (is::IF_FIRST, "should were had"),
    (is::REL, "who which whom whose where"),
    (is::WHEREBY, "whereby"),
    (is::AS, "as"),
    (is::SO, "so"),
    (is::ASKS, "who what how where when why which"),
    (is::FIN | is::BE | is::PASSIVE, "is are was were am isn't aren't wasn't weren't"),
    (is::BE | is::PASSIVE, "be been being"),
    (is::FIN | is::HAVE, "has have had hasn't haven't hadn't"),
    (
        is::FIN,
        "will shall can could may might must should would do does did won't can't cannot couldn't mightn't mustn't \
        shouldn't wouldn't don't doesn't didn't needn't",
    ),
    (
        is::NOT,
        "not isn't aren't wasn't weren't hasn't haven't hadn't won't can't cannot couldn't mightn't shouldn't wouldn't \
        don't doesn't didn't no never none nobody nothing nowhere neither nor mustn't hardly scarcely",
    ),
    (is::UNREAL, "would wouldn't"),
    (is::FUTURE, "will won't shall upcoming planned proposed forthcoming"),
    (is::MUST, "must"),
    (is::PERFECT, "have"),
    (
        is::POSSIBLE,
        "may might could possibly perhaps maybe potentially conceivably conceivable mightn't plausible plausibly",
    ),
    (
        is::PROBABLE,
        "probably likely apparently presumably seemingly probable evidently presumed suspected seems seem seemed \
        supposedly supposed ostensibly",
    ),
    (is::PROBABLE | is::ALLEGED, "reportedly"),
    (is::POSSIBLE | is::ALLEGED, "allegedly purportedly rumoured rumored alleged purported"),
    (is::OPEN, "unclear uncertain unknown undecided unresolved unconfirmed unsure unanswered inconclusive disputed"),
    (
        is::TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december today yesterday tomorrow tonight earlier later",
    ),
    (
        is::ADV,
        "also already still now then there here earlier later again previously recently repeatedly meanwhile however \
        moreover furthermore therefore thus instead only just even too once ago often always sometimes usually publicly \
        privately separately initially finally eventually soon yet ever rather quite very almost nearly about around roughly \
        long further additionally bluntly flatly simply merely subsequently indeed perhaps certainly clearly mainly largely \
        partly together alone else anyway afterwards otherwise formally officially yesterday today tomorrow away back",
    ),
    (is::PARTICLE, "off up out down over away back in"),
    (is::SOURCE, "per citing"),
    (is::SOURCE_LEAD, "in by on"),
    (
        is::SAYING,
        "view views opinion opinions words count estimate estimates reckoning account accounts assessment calculation \
        calculations judgment judgement telling tally figures data statistics statement statements report reports forecast \
        forecasts analysis findings information version numbers projections projection survey surveys poll polls records \
        testimony",
    ),
    (
        is::WORK,
        "study studies report reports paper papers survey surveys analysis review document documents statement memo \
        letter audit investigation poll article briefing filing indictment lawsuit ruling bulletin release newsletter \
        forecast assessment inquiry research files transcript note",
    ),
    (
        is::VOICE,
        "spokesman spokeswoman spokesperson spokespeople official officials representative representatives government \
        ministry agency agencies police intelligence authorities authority military army office administration leadership \
        diplomat diplomats prosecutors prosecutor lawyers lawyer experts expert researchers scientists regulator regulators \
        officers officer sources source department board management executives executive aide aides",
    ),
    (is::CONVINCED, "convinced confident certain sure optimistic adamant hopeful worried concerned"),
    (is::HINT, "sign signs indication indications hint hints suspicion suspicions evidence"),
    (is::POSSIBLE, "rumour rumours rumor rumors speculation possibility"),
    (is::OWN, "own"),
    (is::THOUGHT, "plan idea title motto name goal hope"),
    (is::LABEL, "question answer q a"),
];

const VERBS: &[VerbList] = &[
    VerbList {
        manner: SAY,
        verbs: "say said; tell told; explain; state; add; argue; claim; insist; stress; note; remark; write wrote written; \
            declare; maintain; assert; contend; reiterate; recall; reply; respond; counter; complain; conclude; observe; \
            point +out; testify; emphasise; emphasize; comment; quip; joke; recount; urge; demand; propose; recommend; \
            suggest; allege; swear swore sworn; tweet; post; boast; lament; caution; clarify; inform; hold held; find found; \
            criticise; criticize; praise; describe; call; quote; assure; remind; read read; announce; learn; stipulate; \
            agree; regret; quoted-; go went gone +on; continue; cry; ask +for; shout; fume; muse; summarise; summarize; \
            advise; concur; rule; put put +it; let let +known",
        source: "",
    },
    VerbList {
        manner: STATE,
        verbs: "report; confirm; acknowledge; admit admitted; concede; announce; reveal; disclose; show showed shown; indicate; \
            document; demonstrate; record; estimate; calculate; certify; confess; prove; claim +to; speak spoke spoken +of",
        source: "",
    },
    VerbList { manner: STATE, verbs: "welcome; condemn; applaud; hail; endorse; denounce; decry; deplore", source: "" },
    VerbList {
        manner: ESTIMATE,
        verbs: "put put; value; reckon; place; peg pegged; assess; number; rank; list",
        source: "",
    },
    VerbList {
        manner: Manner { certainty: Some(Probable), ..SAY },
        verbs: "believe; think thought; assume; presume; reckon; guess; suppose; imply; surmise; speculate; feel felt; \
            suggest",
        source: "",
    },
    VerbList { manner: Manner { certainty: Some(Probable), ..STATE }, verbs: "suspect", source: "" },
    VerbList {
        manner: Manner { needs: Object, certainty: Some(Probable), plan: true, ..SAY },
        verbs: "expect; predict; forecast forecast; anticipate; project; foresee foresaw foreseen",
        source: "",
    },
    VerbList {
        manner: Manner { plan: true, ..STATE },
        verbs: "promise; pledge; vow; threaten; guarantee; undertake undertook undertaken",
        source: "",
    },
    VerbList {
        manner: Manner { needs: Never, ..SAY },
        verbs: "find +out found; turn +out; bear +out bore",
        source: "",
    },
    VerbList {
        manner: Manner { denies: true, ..STATE },
        verbs: "deny; dispute; reject; refute; contradict; rebut rebutted; dismiss; disavow; rule +out",
        source: "",
    },
    VerbList {
        manner: Manner { denies: true, certainty: Some(Probable), ..STATE },
        verbs: "doubt; question",
        source: "",
    },
    VerbList {
        manner: Manner { certainty: Some(Unknown), asks: true, ..SAY },
        verbs: "ask; wonder; inquire; examine; investigate; consider; debate",
        source: "",
    },
    VerbList {
        manner: Manner { certainty: Some(Possible), ..SAY },
        verbs: "warn; fear; hope; hint; worry",
        source: "",
    },
];

const PLAIN: &str = "intend; register; refuse; aim; rise rose risen; fall fell fallen; go went gone; come came come; stand stood; lie lay lain; stay; take took \
    taken; get got; keep kept; let let; lose lost; win won; die; help; meet met; give gave given; see saw seen; run ran run; \
    drive drove driven; carry; hit hit; grow grew grown; draw drew drawn; offer; close; begin began begun; bring brought; \
    know knew known; mean meant; make made; pay paid; cost cost; set set; lead led; work; wait; need; last; follow; \
    belong; buy bought; sell sold; live; steal stole stolen; sleep slept; deliver; open; plan planned; produce; benefit; react; reach; collect; create; \
    send sent; play; start; stop stopped; seek sought; share; earn; injure; elect; choose chose chosen; change; \
    remain; become became become; include; contain; climb; drop dropped; decline; increase; decrease; jump; slip slipped; \
    gain; exceed; amount; total; employ; serve; spend spent; build built; break broke broken; cut cut; leave left; sign; \
    approve; vote; pass; ban banned; expand; shrink shrank shrunk; shut shut; launch; land; kill; destroy; damage; flee fled; \
    evacuate; arrive; return; move; hold held; feel felt; seem; appear; happen; occur; receive; raise; lower; reduce; double; \
    triple; fail; succeed; agree; want; try; use; call; plead; face; publish; release; order; hire; fire; join; face; \
    support; oppose; protect; threaten; attack; fight fought; end; cause; force; allow; require; provide; supply; store; \
    train; test; treat; vaccinate; recover; study; measure; weigh; count; sit sat; fly flew flown; swim swam swum; eat ate \
    eaten; drink drank drunk; fine; sue; charge; arrest; jail; sentence; acquit acquitted; appeal; issue; invest; borrow; \
    lend lent; owe; merge; acquire; own; operate; generate; burn; flood; freeze froze frozen; melt; rain; snow; shake shook \
    shaken; strike struck; protest; gather; march; score; beat beat beaten; finish; compete; qualify; retire; resign; \
    appoint; name; replace; extend; delay; postpone; cancel cancelled; suspend; resume; cover; house; host; attend; visit; \
    travel; cross; enter; exit; connect; link; split split; spread spread; stem; result; resolve; settle; fund; finance; \
    back; account; differ; vary; depend; matter; apply; consist; range; average; hover; linger; ease; worsen; improve; \
    recover; rebound; surge; soar; plunge; plummet; tumble; outnumber; comprise; represent; constitute; contribute";

const PHRASES: &[(crate::lang::speech::Effect, &str)] = &[
    (
        Source,
        "according to; in the eyes of; in the words of; in the view of; in the opinion of; by the count of; by the estimate of; \
        on the account of; if * is to be believed-; with reference to; as per",
    ),
    (
        Degree(Possible),
        "cannot|can't be ruled|excluded out; cannot|can't * rule|exclude out; cannot|can't be excluded; not * ruled out; \
        not rule out; did|does|do|didn't|doesn't|don't * rule out; not impossible; not inconceivable; not out of the question; it is|was possible; is|was|be * possible that; may or may not; \
        chances are-; there|it is|was a chance; thought|think|thinks|considered|considers|consider|deemed|deems|regarded|called|believed|believes * possible|conceivable|plausible; \
        as possible|conceivable|plausible; is|was|are|were|remains|remained a possibility",
    ),
    (
        Degree(Probable),
        "chances are that|good|high; is|are|was|were|be|been * expected|forecast|projected|predicted|poised|tipped to; is|are|was|were * expected; \
        in all likelihood; in all probability; it seems|appears|appeared|seemed; appears|appear|appeared to; \
        points|point|pointed to; must have; it is|was expected; as expected-; should be|reach|arrive * by; should have * by; \
        most likely; i|we believe|think|suspect|expect|assume|guess|suppose; i|we would expect",
    ),
    (Unlikely(Probable), "unlikely; improbable; not likely; not probable; implausible; doubtful; far-fetched"),
    (Unlikely(Certain), "ruled|rules|rule out; out of the question; impossible"),
    (
        Degree(Unknown),
        "no|not|without * decision; not * decided; not * clear; not * known; not * certain; not * settled; \
        isn't|wasn't|aren't * clear|known|certain|settled; remains|remain|remained * to be seen; remains|remain|is|remained|was * open whether|question|how|who|what|if; \
        remains|remain|remained open; open question; an open question; is|are|remains * in doubt; in question; too early; too soon; yet to be decided|determined|seen|confirmed|agreed|established|identified|clarified|explained; has|have|had yet to be decided|determined|seen|confirmed|agreed|established|identified|clarified|explained; \
        doubtful whether|if; who|what|how|when|where|why|which * is|are|remains|was still|yet open|unclear|unknown; \
        who|what|how|when|where|why|which * is|are|was|were being investigated|examined|discussed; \
        nobody|no-one knows; no one knows; no word; not * independently verified|confirmed; could|can not be * verified|confirmed; \
        couldn't be * verified|confirmed; cannot be * verified|confirmed; impossible to say|know|predict|tell; hard|difficult to say|know|predict|tell; \
        anyone's guess; up in the air",
    ),
    (
        Degree(Certain),
        "no doubt; without doubt; without a doubt; beyond doubt; undoubtedly; certainly; no question; there is no question; \
        could not be reached-; bound to",
    ),
    (
        Denies,
        "has|have|had yet to; no longer; fail|fails|failed|failing to; refuse|refuses|refused to; declined|declines to; anything but; far from; \
        stopped short of; never; in no way; lack|lacks|lacked any|evidence|proof; free of; denied|denies having-",
    ),
    (
        Nothing,
        "not only; not just; not merely; not simply; not least; not to mention; no matter; no wonder; no fewer than; no less than; \
        no more than; not more than; not less than; no later than; no other than; no. #; no #; not without; not even #; nothing but; none other; nothing less; \
        whether or not; as never before; like never before; like no other; regardless of whether; nothing short; never before; \
        why not; not quite #; as likely; likely as; no sooner; no small; not unlike; the might; its might; their might; his might; military might; with might; \
        of may; in may; last may; this may; early may; late may; mid may; next may; since may; by may; until may; on may; may #; \
        the likes; likes of; not uncommon; not unusual; not alone; hardly #; no mean feat; scarcely #; could not be reached; couldn't be reached; so-called; \
        could be detected|measured|observed|traced|heard|smelt|smelled|identified|established|recognised|recognized; could hear|smell|remember|recall; \
        the will; free will; his will; her will; their will; political will; a will; goodwill; good will; ill will; will of; popular will; own will; the must; a must; under seal-; \
        appeared|appear|appears in|on|at|before; so supposed-",
    ),
    (
        Hearsay(Probable),
        "is|are|was|were|be|been * said|thought|believed|understood|reported|estimated|rumoured|rumored|claimed|alleged|assumed|suspected|presumed to; \
        it is|was * believed|thought|assumed|suspected|understood|estimated|presumed; is|are|was|were estimated|put|valued at; so it seems-; reports suggest-",
    ),
    (Hearsay(Certain), "it is|was * said|reported|claimed|announced|stated"),
    (
        Hearsay(Possible),
        "is|are|was|were * rumoured|rumored|alleged; word has it; rumour|rumor has it; rumours|rumors have it; it is|was * rumoured|rumored|alleged|feared|hoped; is|are|was|were feared to",
    ),
    (
        Plan,
        "plan|plans|planned|planning to; intend|intends|intended to; aim|aims|aimed to; is|are|was|were * set|due|scheduled|slated to; is|are|was|were going to; \
        hope|hopes to; in talks to; about to; is|are|was|were|be * due|scheduled|planned|slated; want|wants to; seek|seeks to",
    ),
    (Condition, "in the event; in case; only if; even if-; depending on"),
    (Nothing, "as long as #; for as long as"),
    (Proviso, "on condition; provided that; as long as"),
    (
        Idiom,
        "even if; even though; as if; as though; if not; if any; if anything; so far; so that; as of; as well; as many; as much; \
        as few; as little; as high; as low; as long; as soon; as early; as late; as usual; as such; as to; as for; as it-; such as; would-be; if so",
    ),
];

/// Writes the forms of one verb.
fn inflect(verb: &str, put: &mut dyn FnMut(Written<'_>)) {
    let mut particle = "";
    let mut parts = Vec::new();
    for part in verb.split_whitespace() {
        match part.strip_prefix('+') {
            Some(w) => particle = w,
            None => parts.push(part),
        }
    }
    let Some(&base) = parts.first() else { return };
    let consonant_y = base.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'i', 'o', 'u']) && !s.is_empty());
    let third = match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if base.ends_with("sh") || base.ends_with("ch") || base.ends_with(['s', 'x', 'z']) || base == "go" => {
            format!("{base}es")
        }
        None => format!("{base}s"),
    };
    let regular = match (consonant_y, base.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}ied"),
        (None, Some(stem)) => format!("{stem}ed"),
        (None, None) => format!("{base}ed"),
    };
    let past = parts.get(1).map_or(regular, |p| p.to_string());
    let participle = parts.get(2).map_or_else(|| past.clone(), |p| p.to_string());
    let doubled =
        past.strip_suffix("ed").filter(|d| d.len() == base.len() + 1 && !base.ends_with('e') && parts.len() == 2);
    let gerund = match (doubled, base.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}ing"),
        (None, Some(stem)) if !base.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{base}ing"),
    };
    let forms = [
        (base, Form::Finite),
        (third.as_str(), Form::Finite),
        (past.as_str(), Form::Finite),
        (participle.as_str(), Form::Participle),
        (gerund.as_str(), Form::Gerund),
    ];
    for (word, form) in forms {
        put(Written { word, form, particle, with: "", report: false });
    }
}
