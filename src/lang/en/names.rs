//! English names and what introduces them.

use crate::lang::names::Cue::*;
use crate::lang::names::NamePack;

/// The names part of the English pack.
pub static NAMES: NamePack = NamePack {
    words: &[
        (
            &[Function, Article],
            "the a an this that these those his her its their our my your each every some any no another such both",
        ),
        (
            &[Function, Where],
            "in at near around outside inside across through into towards toward over throughout via north south east west \
          upstream downstream beyond along onto off within",
        ),
        (&[Function, Whence], "from"),
        (
            &[Function, Preposition],
            "of to for with by on against between among about after before during since until under above \
          below behind beside besides despite per without amid unlike like as than but except including regarding concerning following \
          according because due given versus up down out",
        ),
        (&[Function, And], "and or nor"),
        (
            &[Function, Conjunction],
            "that whether if because although though while when where who which whose what why how as since unless \
          until once before after so than but yet whereas",
        ),
        (
            &[Function],
            "i he she it we they you there here then now today yesterday tomorrow still already just only also even not never \
          more most less least fewer much many few several all none nobody everyone everybody anyone someone something nothing one two three \
          four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand first second third last next other \
          others another same new old big small large great good bad high low early late later earlier recently previously meanwhile \
          however moreover furthermore nevertheless nonetheless instead indeed perhaps maybe probably possibly likely yes please thanks \
          according overall generally usually often sometimes always rarely again further farther finally eventually ultimately initially \
          officials experts critics supporters researchers scientists residents police firefighters doctors nurses teachers parents workers \
          investors analysts economists voters lawmakers ministers people men women children students farmers prices sales shares stocks \
          exports imports demand supply growth inflation unemployment spending revenue profits losses about around almost nearly roughly \
          approximately some under over between among despite although though while when where if unless because since after before \
          during until without with by from for of to in on at as up out off let made said asked told speaking based given compared \
          asked unlike together both either neither whatever whoever whichever how why what who whom whose which do does did is are was were \
          be been being has have had will would can could may might must shall should ought let's it's don't that's there's he's she's \
          they're we're i'm i've we've isn't doesn't didn't won't can't couldn't wouldn't shouldn't online \
          ministers officials according average annual monthly \
          daily weekly total half quarter part parts applications application owners owner members member details detail questions question \
          money work works plans plan talks talk results result figures figure data studies study reports research evidence critics \
          opponents opposition former current acting interim deputy senior chief lead main major minor key top best worst real true false \
          free full empty open closed long short hot cold strong weak hard easy soft late ms mr mrs dr strings",
        ),
        (
            &[Auxiliary],
            "is are was were be been has have had will would can could may might must shall should does do did",
        ),
        (
            &[Acts],
            "wants wanted will would must hopes hoped plans planned demands demanded threatens threatened warns warned reacts reacted \
          decides decided imposes imposed refuses refused rejects rejected supports supported backs backed finances financed pays paid \
          approves approved agrees agreed stops stopped blocks blocked bans banned allows allowed delivers delivered sends sent deploys \
          deployed claims claimed accuses accused denies denied confirms confirmed announces announced promises promised signals \
          signalled signaled considers considered insists insisted urges urged says said negotiates negotiated signs signed ratifies \
          ratified criticises criticised criticizes criticized condemns condemned welcomes welcomed fears feared expects expected sees saw \
          holds held gives gave receives received gets got cuts cut raises raised lowers lowered offers offered hesitates hesitated \
          speaks spoke stresses stressed declares declared reports reported defends defended votes voted loses lost wins won uses used tries \
          tried pledges pledged makes made needs needed transfers transferred seeks sought responds responded pushes pushed calls called \
          argues argued believes believed knows knew has had is was can could should may might remains remained vows vowed withdraws withdrew \
          suspends suspended recalls recalled summons summoned lifts lifted moves moved faces faced opposes opposed favours favors \
          launches launched unveils unveiled spends spent contributes contributed covers covered carries carried",
        ),
        (
            &[Says],
            "said says say told tells added adds explained explains warned warns argued argues noted notes wrote writes stressed stresses \
          claimed claims admitted admits denied denies confirmed confirms announced announces insisted insists replied replies asked asks \
          called calls believes believed thinks thought estimated estimates expects expected predicted predicts suggested suggests recalled \
          recalls conceded concedes acknowledged acknowledges reported reports testified testifies declared declares commented comments \
          promised promises pledged pledges urged urges criticised criticises criticized criticizes praised praises rejected rejects welcomed \
          concluded concludes cautioned cautions joked complained complains agreed agrees objected vowed vows",
        ),
        (
            &[Stands],
            "lies lay sits sat stands stood grows grew hosts hosted counts counted houses housed boasts celebrated celebrates",
        ),
        (
            &[Travel],
            "travel travels travelled traveled flew fly flies flight flights train trains bus buses drove drive drives went go goes gone \
          came come comes moved move visit visits visited arrived arrive arrives arriving leave left leaving journey trip road railway line \
          born lives lived living live resident residents native student students returned return returns bound route routes headed ran \
          ferry ferries hours miles kilometres minutes",
        ),
        (
            &[Sent],
            "signals signal criticism money funds funding pressure pledges pledge objections support threats threat warnings warning \
          rules guidelines grants aid help demands demand reply response reaction reactions praise announcement reports report news subsidies \
          instructions orders approval consent concerns backing came heard",
        ),
        (
            &[Felt],
            "feared expected hoped warned discussed debated said believed seen regarded decided planned considered welcomed criticised \
          criticized condemned rejected viewed",
        ),
        (
            &[Urban],
            "streets street airport station mayor council suburb suburbs residents inhabitants centre center harbour port university \
          hospitals schools museums museum stadium underground metro skyline neighbourhood neighborhood district districts commuters rents \
          landlords zoo opera cathedral bridges squares nightlife",
        ),
        (
            &[Time],
            "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct \
          Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Easter Christmas Spring Summer Autumn Winter \
          Ramadan Passover Thanksgiving Halloween Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays",
        ),
        (&[Joins], "of for and the on at in de la du des"),
        (&[Particle], "von van de der da di del la le bin ibn al el dos den ten ter"),
        (
            &[Title],
            "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Rev Reverend Father Sister Sheikh Prince Princess \
          King Queen Pope Emperor Capt Captain Lt Col Sgt Gen Maj Cpl Hon Judge Justice Senator Sen Rep Gov Governor Congressman \
          Congresswoman President Chancellor Premier Minister Mayor Councillor Ambassador General Admiral Colonel Major Lieutenant \
          Commissioner Secretary Chairman Chairwoman Cardinal Archbishop Bishop Ayatollah Rabbi Imam Detective Inspector Superintendent \
          Sergeant Constable Officer Nurse Coach Director",
        ),
        (
            &[Female],
            "Mrs Ms Miss Dame Lady Baroness Princess Queen spokeswoman chairwoman congresswoman businesswoman actress she her",
        ),
        (&[Male], "Mr Sir Lord Baron Prince King Pope Father spokesman chairman congressman businessman he his"),
        (
            &[GivenFemale],
            "Abigail Ada Adele Agatha Agnes Aileen Alana Alexandra Alexis Alice Alicia Alison Allison Amanda Amber Amelia Amy Andrea \
          Angela Angelina Anita Ann Anna Annabel Anne Annie Antonia April Ariana Ashley Audrey Ava Barbara Beatrice Becky Belinda Bernadette Beth \
          Bethany Betty Beverley Beverly Bianca Brenda Bridget Bronwen Brooke Camilla Candice Carla Carly Carol Caroline Carolyn Carrie Catherine \
          Cathy Cecilia Celeste Charlotte Chelsea Cheryl Chloe Christina Christine Claire Clara Clare Claudia Colleen Connie Constance Cordelia \
          Courtney Cynthia Daisy Danielle Daphne Dawn Deborah Debra Deirdre Delia Denise Diana Diane Dolores Donna Dora Doreen Doris Dorothy Edith \
          Edna Eileen Elaine Eleanor Elena Elisa Elise Eliza Elizabeth Ella Ellen Ellie Eloise Elsa Elsie Emily Emma Erica Erin Esme Esther \
          Ethel Eva Eve Evelyn Faith Felicity Fiona Florence Frances Francesca Freya Gail Gemma Georgia Georgina Geraldine Gillian Gina Ginny Gladys \
          Glenda Gloria Grace Greta Gretchen Gwen Gwendolyn Hannah Harriet Hattie Hazel Heather Heidi Helen Helena Henrietta Hilary Hillary \
          Holly Imelda Imogen Ingrid Irene Iris Isabel Isabella Isla Ivy Jacqueline Jade Jamie Jan Jane Janet Janice Jasmine Jean Jeanette Jemima \
          Jennifer Jenny Jessica Jessie Jill Jo Joan Joanna Joanne Jocelyn Jodie Josephine Joy Joyce Judith Judy Julia Juliana Julie Juliet June \
          Justine Kaitlin Kamala Karen Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayla Keira Kelly Kerry Kim Kimberly Kirsten Kirsty \
          Kristen Laura Lauren Leah Leanne Leslie Lesley Liana Lillian Lily Linda Lindsay Lisa Liz Lois Lola Lorna Lorraine Louisa Louise Lucia \
          Lucinda Lucy Lydia Lynn Lynne Mabel Mackenzie Madeleine Madison Maeve Maggie Mairead Marcia Margaret Margot Maria Marian Marianne Marie \
          Marilyn Marina Marion Marjorie Marlene Martha Mary Matilda Maud Maureen Mavis Maxine Megan Meghan Melanie Melinda Melissa Mercedes Meredith \
          Mia Michelle Mildred Millie Miranda Miriam Moira Molly Monica Morgan Muriel Myra Nadia Nancy Naomi Natalie Natasha Nell Niamh Nicola \
          Nicole Nina Nora Norah Norma Olive Olivia Oonagh Paige Pamela Patience Patricia Patsy Paula Pauline Pearl Peggy Penelope Penny Petra Philippa \
          Phoebe Phyllis Pippa Polly Poppy Priscilla Priti Rachel Ramona Rebecca Regina Rhiannon Rhoda Rhonda Rita Roberta Robin Robyn Rosa Rosalind \
          Rose Rosemary Rosie Rowena Roxanne Ruby Ruth Sabrina Sally Samantha Sandra Sara Sarah Saoirse Scarlett Selina Serena Shannon Sharon Sheila \
          Shelley Sheryl Shirley Sian Siobhan Sonia Sophia Sophie Stacey Stella Stephanie Sue Susan Susannah Susie Suzanne Sybil Sylvia Tabitha Tamara \
          Tamsin Tanya Tara Tatiana Teresa Tess Tessa Thelma Theresa Tiffany Tina Tracey Tracy Trudy Ursula Valerie Vanessa Vera Verity Veronica \
          Victoria Violet Virginia Vivian Vivien Wanda Wendy Whitney Wilma Winifred Yasmin Yvette Yvonne Zara Zoe Aoife Ciara Priya Anjali Meera \
          Ngozi Chimamanda Amina Fatima Leila Oluwaseun Adaeze Yetunde Thandiwe Nomvula Mei Xin Ying Ling Hyun Yuki Keiko Akiko",
        ),
        (
            &[GivenMale],
            "Aaron Abdul Abraham Adam Adrian Aidan Alan Alastair Albert Alec Alex Alexander Alfred Alfie Alistair Allan Allen Alvin Ambrose \
          Amos Andrew Andy Angus Anthony Antony Archibald Archie Arnold Arthur Asher Ashton Aubrey Austin Barack Barnaby Barney Barry Bartholomew \
          Basil Ben Benedict Benjamin Bernard Bert Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bryan Byron Caleb \
          Callum Calvin Cameron Carl Cecil Cedric Chad Charles Charlie Chester Chris Christian Christopher Clarence Clark Claude Clement Cliff \
          Clifford Clive Clyde Colin Conor Connor Conrad Cormac Craig Curtis Cyril Dale Damian Damien Dan Daniel Darren Darrell Daryl Dave David \
          Dean Declan Denis Dennis Derek Dermot Desmond Dexter Dick Dominic Don Donald Dorian Doug Douglas Duncan Dustin Dwight Dylan Eamon Earl Ed \
          Eddie Edgar Edmund Edward Edwin Eli Elijah Elliot Elliott Elmer Emmanuel Eric Ernest Ernie Ethan Eugene Evan Ewan Fergus Felix Finlay Finn \
          Floyd Francis Frank Franklin Fraser Fred Freddie Frederick Gareth Garry Gary Gavin Gene Geoff Geoffrey George Gerald Gerard Gerry Gideon \
          Gilbert Giles Glen Glenn Godfrey Gordon Graeme Graham Grant Greg Gregory Guy Hal Hamish Hank Harold Harry Harvey Hector Henry Herbert \
          Herman Horace Howard Hubert Hugh Hugo Humphrey Hywel Iain Ian Ibrahim Igor Ike Irving Isaac Isaiah Ivan Ivor Jack Jackson Jacob Jake James \
          Jamie Jared Jarvis Jason Jasper Jay Jed Jeff Jefferson Jeffrey Jeremiah Jeremy Jerome Jerry Jesse Jim Jimmy Joe Joel John Johnny Jon \
          Jonah Jonathan Jordan Joseph Josh Joshua Jude Julian Julius Justin Karl Keir Keith Kelvin Ken Kenneth Kent Kevin Kieran Kirk Kurt Kyle \
          Lachlan Lance Larry Laurence Lawrence Lee Len Leo Leon Leonard Leroy Leslie Lester Levi Lewis Liam Lionel Lloyd Logan Lorcan Louis Lucas \
          Luke Luther Malachy Malcolm Marcus Mark Marshall Martin Marvin Mason Matt Matthew Maurice Max Maxwell Melvin Merlin Michael Mick Mike Miles \
          Milo Mitch Mitchell Mohammed Mohamed Morris Mort Muhammad Murray Nathan Nathaniel Neal Ned Neil Nelson Neville Niall Nicholas Nick Nigel \
          Noah Noel Norman Oliver Omar Oscar Oswald Otis Owen Paddy Pat Patrick Paul Percy Perry Pete Peter Phil Philip Phillip Piers Preston Quentin \
          Quincy Ralph Ramsay Randall Randolph Randy Raphael Ray Raymond Reg Reginald Reuben Rex Reza Rhys Ricardo Richard Rick Ricky Rishi Rob Robbie \
          Robert Robin Rod Roderick Rodney Roger Roland Rolf Ron Ronald Ronan Rory Ross Rowan Roy Rufus Rupert Russell Ryan Sadiq Sam Sammy Samson \
          Samuel Saul Scott Sean Sebastian Seth Shane Shaun Shawn Sheldon Sid Sidney Simon Solomon Spencer Stan Stanley Stefan Stephen Sterling Steve \
          Steven Stewart Stuart Sven Tariq Ted Terence Terrence Terry Theo Theodore Thomas Tim Timothy Toby Todd Tom Tommy Tony Travis Trevor Tristan \
          Troy Tyler Tyrone Vance Vaughan Vernon Victor Vince Vincent Vivek Wade Wallace Wally Walter Warren Wayne Wendell Wesley Wilbur Wilfred Will \
          Willard William Willie Winston Woodrow Wyatt Xavier Zachary Zack Chidi Chinedu Emeka Femi Kwame Kofi Kwesi Sipho Thabo Tunde Ade Olu Segun Sanjay \
          Vikram Raj Rajiv Arun Ashok Deepak Gopal Hari Krishna Mohan Nikhil Prakash Ramesh Suresh Vijay Wei Jun Hiro Kenji Takeshi Jiro",
        ),
        (
            &[FamilyFirst],
            "Kim Lee Park Choi Jung Jeong Kang Cho Yoon Yun Jang Lim Im Han Oh Seo Shin Kwon Hwang Ahn An Song Ryu Hong Moon Bae Baek Noh Xi Li \
          Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Tang Deng Mao Jiang Hua Han Feng Cao \
          Peng Zeng Xiao Tian Dong Pan Yuan Cai Jia Fu Qin Nguyen Tran Pham",
        ),
        (
            &[GivenToo],
            "Grace Hope Faith Joy Rose April May June Will Mark Bill Jack Art Chad Charlotte Christian Dale Dawn Dean Dick Don Drew Earl \
          Florence Frank Gene Georgia Grant Guy Heather Holly Iris Ivy Jade Jay Jordan Kent Lance Lee Max Melody Mercedes Miles Morgan Olive Pat Patience \
          Paris Pearl Penny Peg Poppy Ray Rex Rich Robin Rod Ruby Sally Sandy Scott Sky Sterling Sue Summer Victoria Violet Virginia Wade Wayne \
          Woody Chase Chester Chelsea Cliff Clay Preston Lincoln Madison Sydney Austin Houston Dallas Jackson Lawrence Nelson Warren Washington Troy Verity \
          Nick Bob Rob Daisy Amber Ginger Hazel Lily Precious Constance Ford Marshall Mason Carter Hunter Cooper Harvey",
        ),
        (
            &[Role],
            "minister president chancellor secretary director head chief leader spokesman spokeswoman spokesperson mayor chairman chairwoman chair \
          manager founder co-founder owner entrepreneur investor consultant adviser advisor expert researcher scientist professor lecturer economist \
          analyst historian physicist chemist biologist geologist sociologist psychologist virologist epidemiologist climatologist \
          meteorologist hydrologist archaeologist theologian doctor physician surgeon nurse paramedic pharmacist engineer architect lawyer \
          solicitor barrister judge prosecutor attorney notary commissioner inspector detective officer general colonel admiral commander \
          lieutenant sergeant ambassador diplomat consul envoy deputy lawmaker legislator senator governor councillor councilwoman \
          councilman candidate politician dictator premier author co-author journalist reporter editor correspondent columnist presenter broadcaster \
          publisher writer novelist poet artist painter sculptor photographer singer musician conductor composer filmmaker actor actress \
          curator coach trainer player goalkeeper striker defender midfielder captain runner sprinter swimmer cyclist driver athlete champion \
          rector dean teacher headteacher principal priest pastor vicar bishop archbishop cardinal imam rabbi farmer grower baker brewer forester \
          technician programmer developer unionist organiser organizer activist campaigner protester witness defendant suspect plaintiff mediator \
          negotiator employee colleague successor predecessor representative planner statistician mathematician resident homeowner tenant \
          shopkeeper fisherman fisher skipper pilot astronaut billionaire heir heiress philanthropist businessman businesswoman banker broker \
          trader executive treasurer auditor ombudsman regulator trustee coordinator boss lord king queen prince princess pope CEO MP MEP",
        ),
        (
            &[OrgHead],
            "Institute Institution Ministry Department Agency Association Authority Commission Committee Council Court Federation Foundation \
          Institute Union Society University College Hospital Trust Bureau Board Bank Fund Centre Center Chamber Office Confederation Alliance \
          Academy Observatory Laboratory Museum Partnership Network Coalition Corporation Company Corp Co Group Holdings Industries Airlines Airways \
          Railways Railway Newspaper Gazette Herald Tribune Chronicle Times Post Courier Journal Wire News Press Broadcasting Party Congress Senate \
          Parliament Assembly Inspectorate Secretariat Directorate Service Services Police Guild League Club Forum Conservancy \
          Consortium Cooperative Co-operative Exchange Registry Taskforce Tribunal School Clinic Orchestra Theatre Theater Watchdog Regulator Works Shipyard \
          Brewery Logistics Energy Power Pharmaceuticals Motors Systems Technologies Solutions Capital Partners Ventures Insurance Utilities \
          Mutual Watch Survey Panel Mission Campaign Collective Administration Ombudsman Rovers Wanderers Athletic United",
        ),
        (&[OfState], "Ministry Department Court Parliament Senate Congress Police Government Party Army Navy Embassy"),
        (&[Legal], "Inc Ltd LLC plc PLC Corp Limited GmbH AG SE NV BV SA SpA AB Oy ASA"),
        (
            &[OrgIntro],
            "carmaker automaker drugmaker chipmaker manufacturer company firm startup start-up retailer supermarket insurer lender bank airline utility \
          supplier operator developer publisher newspaper magazine broadcaster agency charity party group thinktank watchdog union club team band \
          brewer conglomerate contractor consultancy network app platform",
        ),
        (
            &[PlaceIntro],
            "river city town village port province region district county island valley suburb capital borough hamlet parish municipality peninsula \
          settlement commune prefecture state of",
        ),
        (
            &[PlaceHead],
            "River Valley County Lake Mount Island Islands Bay Sea Ocean Mountains Hills Street Avenue Road Square Bridge Harbour Harbor Port Cape Fort \
          Peninsula Desert Forest Park Coast Canal Strait Gulf District Province Region Borough Airport Station Dam Reservoir Estuary Beach Falls Creek Heights \
          Village Town City Castle Palace Cathedral Stadium Arena Tower Point Wharf Dock Docks Quay Lane Hill Moor Fen Fens Marsh Glen Loch Upper Lower",
        ),
        (
            &[NoName],
            "CO2 GDP IT AI TV DVD CD PDF USB DNA RNA PCR HIV AIDS Covid COVID Covid-19 I OK CEO CFO CTO COO MP MPs MEP MEPs GP GPs HR PR IPO ETF ESG SME SMEs NGO \
          NGOs LED GPS LNG EV EVs SUV HGV VAT PhD MBA BA MA A&E ICU MRI CT PTSD ADHD URL HTTP Internet Web Brexit Bitcoin Euro Euros EUR USD GBP Q1 Q2 Q3 Q4 H1 H2 \
          AM PM BC AD CE No Nos Art p pp vol ed eds et al God Bible Koran Quran English-language Lego Google-style iPhone Android Windows Wi-Fi \
          WiFi Bluetooth Christmas Easter Olympics Olympic Paralympics Nobel Oscar Oscars Grammy Labour-led Tory Tories Democrat Democrats \
          Republican Republicans Conservative Conservatives Catholic Catholics Protestant Protestants Christian Christians Muslim Muslims Jewish Jews Jew Islam Islamic \
          Islamist Buddhist Hindu Hindus Christianity Nazi Nazis Communist Marxist Latin Roman Victorian Gothic Renaissance Zoom Excel \
          Article Section Chapter Figure Table Appendix Volume Page Paragraph Annex Part Phase Stage Level Grade Class Type Category Group-A North South East West Northern \
          Southern Eastern Western Monday's Ministers Government Parliament Prime First Lady Internet Twitter-style Facebook-style Earth Moon Sun Mars \
          Venus Jupiter Saturn Black White CV FAQ ID UFO VIP",
        ),
        (
            &[Event],
            "Act Bill Treaty Agreement Accord Accords War Wars Cup Championship Championships Games Prize Award Awards Day Week Month Year Report Review Index \
          Summit Conference Festival Deal Convention Protocol Directive Regulation Plan Programme Program Project Strategy Law Code Charter Declaration \
          Constitution Amendment Crisis Revolution Rebellion Uprising Massacre Battle Operation Hurricane Storm Typhoon Cyclone Open Final Finals Olympics \
          Marathon Tour Derby Trophy Medal Statement Outlook Survey Framework Pact Scheme Initiative Roadmap Manifesto Budget Inquiry Referendum Election \
          Elections Census Bulletin Guidelines Standard Standards Principles Goals Era Age Century Depression Recession Pandemic Fair Expo Exhibition \
          Show Ceremony Anniversary Memorandum Resolution Doctrine Dialogue Convention Question Time Division",
        ),
        (
            &[Currency],
            "dollar dollars Dollar Dollars pound pounds Pound Pounds Euro euro euros rouble roubles yen yuan franc francs Kronor krona krone kroner",
        ),
        (&[Direction], "North South East West Southeast Southwest Northeast Northwest Central"),
        (
            &[NameAdjective],
            "Royal National International United Central Federal Northern Southern Eastern Western Upper Lower Great Greater New Old \
          Royal Imperial Free Democratic General Public",
        ),
        (&[Ordinary], "Ministers Government Prime Minister President Chancellor Senate"),
    ],
    nouns: &[],
    endings: &[(
        &[PlaceEnding],
        "ton ham bury ford mouth borough burgh shire wick worth ley field pool port minster stead combe thorpe by cester gate wold haven",
    )],
    offices: "\
minister: minister
mayor: mayor
president: president
chancellor: chancellor
director: director
manager: manager
head: head chief boss leader
spokesperson: spokesman spokeswoman spokesperson
secretary: secretary
chair: chair chairman chairwoman
professor: professor
economist: economist
doctor: doctor physician
judge: judge
lawyer: lawyer solicitor barrister attorney
coach: coach trainer
player: player striker defender midfielder
goalkeeper: goalkeeper
general: general
commander: commander
ambassador: ambassador
deputy: deputy lawmaker mp
senator: senator
governor: governor
researcher: researcher scientist
engineer: engineer
author: author writer novelist
journalist: journalist reporter editor correspondent
bishop: bishop
teacher: teacher
farmer: farmer
founder: founder
entrepreneur: entrepreneur businessman businesswoman
physicist: physicist
biologist: biologist
chemist: chemist
historian: historian
architect: architect
commissioner: commissioner
prosecutor: prosecutor
virologist: virologist
epidemiologist: epidemiologist
geologist: geologist
hydrologist: hydrologist
rector: rector
council: councillor
analyst: analyst
activist: activist campaigner
candidate: candidate
singer: singer
pilot: pilot
captain: captain skipper
treasurer: treasurer
mediator: mediator negotiator
unionist: unionist
swimmer: swimmer
runner: runner sprinter
",
    states: include_str!("names/states.txt"),
    regions: include_str!("names/regions.txt"),
    cities: include_str!("names/cities.txt"),
    cities_too: "Nizza=Nice;Reading;Bath;Split;Cork;Mobile;Hull;Derby;Deal;Rugby;Battle;Sandwich;Wells;Ware;Hove;Rye;Diss;Lincoln;Boston;Lancaster;Durham",
    organisations: include_str!("names/organisations.txt"),
    adjective_endings: &[],
    capital_nouns: false,
    town_adjectives: false,
    feminine: "",
};
