/** English words of the closed kinds: those after and before which a space is lost, and those that only look like words. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Prepositions, articles, conjunctions, pronouns, auxiliaries: where a space is lost, one of them is nearly always beside it. */
export const functionWords = words(`
  a i about above across after against ago all along already also although am amid among amongst an and another any are
  around as at be became because been before behind being below beneath beside besides between beyond both but by can
  cannot could despite did do does down during each either else even ever every except few for from had has have he her
  here hers him his how however if in including inside instead into is it its just less like many may me might more most
  much must my near nearly neither never no nor not now of off often on once only onto or other others our out outside
  over own per rather said same says shall she should since so some such than that the their them then there these they
  this those though three through throughout till to today together too toward towards two under unless until unto up
  upon us very via was we well were what when where whether which while who whom whose why will with within without
  would yet you your zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
  billion
`);

/** What "a" may stand behind, where a run ends with it: "ofa" but not "thesea". */
export const beforeA = words(`
  about after also and as at be been before but by for from had has have if in into is just like not of on only or over
  said such than that to was were when with without
`);

/** Words of two letters that stand alone in the news besides the function words. */
export const shortWords = words(`ad ex go hi ms mr ok tv vs ago`);

/** Three letters that a dictionary has and that are nearly always a piece of something longer. */
export const seldomAlone = words(`
  ado ails ala alb ale ani ass aye baa bam bes bet con cor cos dab dal del den des din dis don eau eel ell els em ems ens
  eon era ere ern ers est eta eth fie fin gal gam gen hap hat hem hen her hes his hon ins ion ire ism its kin lam las
  lea les lit lor lox mac mae mas mid mil mir mis mon mor nae nan nee nib nil nit non nor nth ops ora ore ors ova pal
  pan par pas pee per pes phi pro psi qua ran rap ras rec rem rep res rho ria ris roe sal san sen ser sib sic sim sin
  sol son sop sou syn tab tad tan tao tar tat tau ted tel ten ter ti til tin tis tom ton tor tot tun uns van vas vat
  ver via vie vis vol wen wot yen yep zee
`);

/** Function words that also begin longer words (overtourism, aftermarket): weaker evidence in front of a word. */
export const prefixLike = words(`
  after all an down for in off on out over under up with by ever self well near like less no non be so per as at am
  inside outside through before
`);
/** Of these, the ones that new words are made with every day: no evidence at all in a text that is whole otherwise. */
export const livelyPrefixes = words(
  `over under up out down off self well near like less non ever all inside outside`,
);

/** Function words that also end longer words (signup, backoff). */
export const particles = words(`off up out down in on over away back about`);

/** What begins words but is none itself. A part of a repair is never one of these. */
export const boundBeginnings = words(`
  agri aero anti auto bio co counter cross crypto cyber de dis eco electro euro ex extra geo hydro hyper il im infra inter intra ir iso
  mega meta micro mid mini mis mono multi nano neo neuro non omni para petro photo poly post pre pro proto pseudo psycho quasi
  re retro semi socio sub super techno tele thermo trans tri ultra un uni vice
`);

/** What ends words but is none itself. */
export const boundEndings = words(`
  ade al ance ary ate ed eds een ence ent er ers ery es ese ess est et ette eur ex ful gram
  graph ia ian ians ibility ible ic ical ics ide ies ify ile ine ing ings ion ions ise ish ism isms ist ists ite
  ity ive ize ly ment ments ness oid ology or ors ous phobia sis ster
  sy tech tion tions tive ty ual ular ure ville wards 
`);

/** Words younger than the dictionaries, that would fall into two. */
export const newWords = words(`
  onboarding onboard onboarded offboarding overtourism upcycle upcycled upcycling insourcing insourced onshoring onshore
  offshoring nearshoring friendshoring reshoring inlined signup backoff opsec overfished overfishing overpolicing
  underinvestment underbanked underemployment undercount outmigration overdiagnosis downlisted delisting infotainment
  infill inbox outperformer outsized aftercare afterparty byelection byelections inhouse offgrid offpeak ontrend
  livestream livestreams livestreamed livestreaming crowdfund crowdfunded crowdfunding crowdsourced crowdsourcing
  paywalled doomscrolling geofencing antivax antivaxxer stablecoin stablecoins blockchain fintech lockdown lockdowns
  superspreader variant telehealth spyware ransomware malware adware firmware wildfire wildfires airstrike airstrikes
  warzone petrostate narcostate forint inflight overflight overflights overwinter afterlives allyship
`);

/** Units and marks that stand close behind a number. */
export const units = words(`
  am pm bn mn tn mln bln trn mm cm dm km nm ml cl dl kg mg lb lbs oz ft in ins yd yds mi mph kph kmh kmph hz khz mhz ghz kw mw
  gw kwh mwh gwh twh kb mb gb tb pb kbps mbps gbps db dpi px pt pts min mins sec secs hr hrs yr yrs st nd rd th er eme
  ths ers fps rpm ppm cc hp bhp bpd boe mt ha sq cal kcal psi bar ma mah vol wt deg bps k m b x c d e f g h l n p q s t v w y z
  something odd ish fold plus
`);

/** Capital letters that are a word of their own beside another word. */
export const acronyms = words(`
  US USA UK EU UN UAE NATO FBI CIA NSA IMF WHO WTO OPEC IAEA UNICEF UNESCO OECD BRICS ASEAN AU BBC CNN NASA NBA NFL FIFA
  UEFA IOC GDP USSR IRGC IS ISIS ISIL DC NY LA TV MP MPs GOP AFP AP PKK PLO IRA HIV COVID AI IT CEO PM ECB EC FDA CDC
  DNA NGO NGOs UNHCR UNRWA WFP EEC CIS SCO RAF IDF PLA
`);

/** Capitals inside these are their makers' own; listed because no word list knows them. */
export const ownCapitals = words(`
  easyJet airBaltic airAsia AirAsia iRobot deepMind DeepMind DeepSeek YouGov TikTok OpenAI ChatGPT WhatsApp LinkedIn
  SoftBank BlackRock BlackBerry PayPal SpaceX BuzzFeed HuffPost PetroChina EuroMillions InfoWars CureVac BioNTech
  AstraZeneca GlaxoSmithKline ExxonMobil ConocoPhillips ArcelorMittal MasterCard JPMorgan WikiLeaks PlayStation
  PowerPoint JavaScript TypeScript GitHub GitLab YouTube FaceTime FaceBook MySpace SoundCloud WordPress DreamWorks
  RedHat SalesForce WeChat WeWork DoorDash AirBnB QinetiQ HarperCollins PricewaterhouseCoopers UniCredit CaixaBank
  SwissRe AccuWeather CrossFit FireEye CrowdStrike TransCanada TeliaSonera KuCoin BitMEX StarCraft WarnerMedia
  ViacomCBS FedEx DeSantis LeBron VimpelCom MegaFon MoneyGram SmartNews OneWeb OneCoin SkyTeam TripAdvisor eBay iPhone
  iPad iPod iOS macOS watchOS iCloud iTunes iMac DuckDuckGo StarLink HubSpot OnlyFans MailChimp PewDiePie
`);

/** Beginnings of family names that keep a capital inside. */
export const nameBeginnings = words(`
  Mc Mac O D De Del Dela Della Des Di Do Du Da Dal Das Dos El Al Fitz La Le Les Li Lo Los Ma Mo Ó Ní San Santa St Te Ter
  Ten Van Vander Vanden Von Zu Abu Ibn Bin Ben Bar Ap Ab Saint Den Der Le La Mal Sy Bat
`);

export const months = words(
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec',
);

/** Words before a number that may lose their space to it though no function words. */
export const beforeNumbers = words(`
  least most over under around about nearly almost some approximately roughly killed injured wounded page chapter
  article number paragraph section day year age aged since until year and of to by for from in on at than the with
`);
