/** English words of the closed kinds: those after and before which a space is lost, and those that only look like words. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Prepositions, articles, conjunctions, pronouns, auxiliaries: where a space is lost, one of them is nearly always beside it. */
export const functionWords = words(`
  new aside apart away again ahead alongside afterwards overnight later still
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
  ado ails ala alb ale ani ass aye baa bam bes con cor cos dab dal del den des din dis don eau eel ell els em ems
  ens eon era ere ern ers est eta eth fie fin gal gam gen hap hem hen her hes his hon ins ion ire ism its kin lam
  las lea les lit lor lox mac mae mas mid mil mir mis mon mor nae nan nee nib nil nit non nor nth ops ora ore ors
  ova pal par pas pee per pes phi pro psi qua ras rec rem rep res rho ria ris roe sal san sen ser sib sic sim sol
  sop sou syn tab tad tao tar tat tau ted tel ten ter ti til tis tom tor tot tun uns vas vat ver via vie vis vol wen
  wot yen yep zee
`);

/** Function words that also begin longer words (overtourism, aftermarket): weaker evidence in front of a word. */
export const prefixLike = words(`
  new after all an down for in off on out over under up with by ever self well near like less no non be so per as at am
  inside outside through before
`);
/** Of these, the ones that new words are made with every day: no evidence at all in a text that is whole otherwise. */
export const livelyPrefixes = words(
  `new over under up out down off self well near like less non ever all inside outside`,
);

/** Function words that also end longer words (signup, backoff). */
export const particles = words(`off up out down in on over away back about`);

/** What begins words but is none itself. A part of a repair is never one of these. */
export const boundBeginnings = words(`
  agri aero anti auto bio co counter cross crypto cyber de dis eco electro euro ex extra geo hydro hydroxy hyper il im infra inter intra ir iso
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

/** Words younger than the dictionaries, or missed by the counts, that would fall into two. */
export const newWords = words(`
  init hereof hereto herein hereby hereunder thereof thereto therein thereunder whereof wherein insofar inasmuch newline
  newlines namespace namespaces seagrass jerrycan jerrycans overleaf
  app apps
  onboarding onboarded offboarding overtourism upcycle upcycled upcycling nearshoring friendshoring reshoring
  inlined signup backoff opsec overpolicing underbanked outmigration overdiagnosis downlisted outperformer
  byelection byelections inhouse offgrid ontrend livestream livestreams livestreamed livestreaming paywalled
  doomscrolling geofencing antivax antivaxxer stablecoin stablecoins fintech narcostate allyship todo todos redditor
  redditors subreddit stormwater foodbank foodbanks upzoning backend backends filesystem filesystems coulda woulda
  shoulda oughta musta hafta goto redis readonly lookbehind lookahead dialup topup topups rideshare ridesharing
  bikeshare altcoin altcoins memecoin memecoins edtech agritech cleantech datacentre datacentres datacenter
  datacenters livestreamer coworking homecare warfighter warfighters bodycam bodycams dashcam dashcams petcare
  sportswashing pinkwashing mansplaining docuseries showrunner showrunners onshored faceoff continentwide
  companywide sexworker sexworkers healthworker aidworker superyacht superyachts microplastic
`);

/** Units and marks that stand close behind a number. */
export const units = words(`
  am pm bn mn tn mln bln trn mm cm dm km nm ml cl dl kg mg lb lbs oz ft in ins yd yds mi mph kph kmh kmph hz khz mhz ghz kw mw
  gw kwh mwh gwh twh kb mb gb tb pb kbps mbps gbps db dpi px pt pts min mins sec secs hr hrs yr yrs st nd rd th er eme
  ths ers fps rpm ppm cc hp bhp bpd boe mt ha sq cal kcal psi bar ma mah vol wt deg bps k m b x c d e f g h l n p q s t v w y z
  tsp tbsp tbsps tsps oz floz au ly pc bp bps hcf ppb ppt mmhg mcg ug iu gbp usd eur chf something odd ish fold plus chan
`);

/** Capital letters that are a word of their own beside another word. */
export const acronyms = words(`
  US USA UK EU UN UAE NATO FBI CIA NSA IMF WHO WTO OPEC IAEA UNICEF UNESCO OECD BRICS ASEAN AU BBC CNN NASA NBA NFL FIFA
  UEFA IOC GDP USSR IRGC IS ISIS ISIL DC NY LA TV MP MPs GOP AFP AP PKK PLO IRA HIV COVID AI IT CEO PM ECB EC FDA CDC
  DNA NGO NGOs UNHCR UNRWA WFP EEC CIS SCO RAF IDF PLA NHS BMA TUC CBI IFS OBR HMRC CPS ITV GCHQ IPCC MSF PSG MLB NHL GMT CFO MEP MEPs MSP MSPs PC QC KC UNRWA GHF RSF
  DRC UAW ACLU EPA CISA DHS ICE HSE NUJ RMT SNP DUP BJP ANC CDU SPD AfD CSU FDP PVV PSOE AKP CHP
`);

/** Capitals inside these are their makers' own; listed because no word list knows them. */
export const ownCapitals = words(`
  MrBeast Middlemarch Sizewell Andor Wegovy
  easyJet airBaltic airAsia AirAsia iRobot deepMind DeepMind DeepSeek YouGov ChatGPT SoftBank BuzzFeed HuffPost
  PetroChina EuroMillions InfoWars CureVac BioNTech ExxonMobil WikiLeaks TypeScript FaceTime SoundCloud DreamWorks
  WeChat WeWork DoorDash AirBnB QinetiQ HarperCollins PricewaterhouseCoopers CaixaBank SwissRe AccuWeather CrossFit
  FireEye CrowdStrike TransCanada TeliaSonera KuCoin BitMEX StarCraft WarnerMedia DeSantis LeBron VimpelCom MegaFon
  MoneyGram SmartNews OneWeb OneCoin SkyTeam TripAdvisor Anthropic CoreWeave ByteDance TotalEnergies BlueScope
  AkzoNobel StanChart LockBit PornHub FitBit MyFitnessPal ToolShell DraftKings FanDuel RoadRunner CloudFlare
  DataBricks MicroStrategy WestPac NatWest EssilorLuxottica SailPoint RyanAir EasyJet WizzAir SkyWest AeroMexico
  InterContinental BetMGM PointsBet PaddyPower BitMine CoinDesk CoinBase BlockFi LendingClub SoFi OneMain ZoomInfo
  DocuSign DropBox SurveyMonkey EventBrite TicketMaster StubHub SeatGeek ViaPlay SkyNews TalkTalk TalkTV TalkSport
  ClearScore MoneySavingExpert ComparetheMarket GoCompare RightMove ZooPla PurpleBricks GrubHub GoPuff GetYourGuide
  BlaBlaCar FlixBus FlixTrain HelloFresh DeliveryHero InstaCart TaskRabbit ThredUp PetCo GoDaddy GoFundMe
  KickStarter IndieGoGo JustGiving ProPublica BellingCat NewsGuard PolitiFact StoryCorps RealClearPolitics
  FiveThirtyEight TechCrunch VentureBeat GamesRadar SoundHound MidJourney HuggingFace OneDrive OneNote LinkTree
  SnapChat PinDuoDuo AliPay XPeng NetEase MeiTuan CanSino BeiGene WuXi SinoPharm SinoVac PetroVietnam VinFast
  VietJet GoTo AirTel JioMart HealthTap MedStar UnitedHealthcare GeoVax RocketLab AeroVironment SpaceShipTwo
  TerraPower NuScale GlobalFoundries SuperMicro MediaTek RealTek TomTom GoPro HarmonyOS ChromeOS KitKat HyVee
  SuperValu WalMart OfficeDepot ScotRail TransPennine EuroNews EuroLeague BayernLB BayWa LafargeHolcim EnBW
  ProSieben ProSiebenSat RheinMetall TeamViewer PostNL HeLa PhDs LaTeX AirTag AirTags AirPods AirDrop CarPlay
  MacBook HomePod ChromeBook ThinkPad SmackDown WrestleMania MotoGP IndyCar WandaVision RoboCop PokerStars WinStar
  macOS watchOS iCloud iMac DuckDuckGo StarLink OnlyFans MailChimp PewDiePie
`);

/** What stands before a person's name. */
export const titles = words(`
  President Minister Premier Chancellor Secretary General Colonel Senator Governor Mayor King Queen Prince Princess Pope
  Judge Justice Ambassador Ayatollah Sheikh Professor Doctor Commander Admiral Captain Chairman Chairwoman Deputy Sir Lord
  Lady Dame Mr Mrs Ms Dr Prof Gen Sen Gov Rep Rev Capt Sgt Maj Brig Archbishop Cardinal Bishop Inspector Sergeant
  Lieutenant Major Baroness Baron Congressman Congresswoman Spokesman Spokeswoman
`);

/** What the name of an office or an institution ends with; makers of brand names leave these alone. */
export const publicBodies = words(`
  Minister Ministers Ministry Court Courts Council Committee University Parliament Congress Senate Department Secretary
  President Chancellor Republic Republican Republicans Kingdom States Nations Affairs Democrat Democrats Police Commission
  Commissioner Assembly Association Library Museum Hospital Championship Championships Organisation Organization Ministerial
  Governor Government Senator Ambassador Embassy Union Party Cathedral Championship Elections Election Institute Authority
  Academy Foundation Federation Administration Airport Army Navy Olympics Olympic Representatives Attorney Officer Director
  Executive Reserve Treasury Agency Monday Tuesday Wednesday Thursday Friday Saturday Sunday
`);

/** What names of places begin with. */
export const placeBeginnings = words(`
  County Lake Mount Fort Cape River Gulf Isle North South East West Northern Southern Eastern Western Upper Lower Greater
  Central San Saint Santa Los Las Port New
`);

/** What names of places, offices and events end with, and now and then a brand too. */
export const placeWords = words(`
  Street Road House Office Club Company Cup League Room Bridge Pass River Lake Mountain Mountains Island Islands Sea Ocean
  Coast Valley Hill Park Square Avenue Centre Center Station Port Bay Beach Castle Palace Tower Church School College
  Theatre Theater Hotel Group Trust Fund Service Services Corporation Front Forces Force Guard Corps Brigade Division
  Command East West North South Bill Act Law Treaty Agreement Accord War Award Prize Festival Open Day Week Times Post
  Journal News Telegraph Herald Report Review City County Town Village State District Province Region Territory World
  Rights Health Defence Defense Security Energy Trade Industry Finance Education Society Movement Alliance Coalition Bank
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

/** Short forms that end with a full stop and go on with a name or a number. */
export const shortForms = words(`
  Mr Mrs Ms Dr Prof Gen Sen Gov Rep Rev Capt Sgt Maj Brig Lt Col Cmdr Adm Hon Pres St Mt Ft vol Vol ch Ch art Art sec Sec fig
  Fig No Nos pp vs Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun Inc Corp Ltd Co Bros Jr Sr
`);
