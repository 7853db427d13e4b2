/** Names that open a story: agencies, and places often filed from. Only to tell one from the other where a line could be either. */

/** Whether a name is that of a known agency or provider. */
export function isAgency(name: string): boolean {
  return knownAgencies.has(plain(name));
}

/** Whether a name is that of a city often filed from. */
export function isPlace(name: string): boolean {
  return knownPlaces.has(plain(name));
}

/** Small letters, and one form for the two ways to write Persian ye and kaf. */
function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll('ي', 'ی').replaceAll('ك', 'ک');
}

const knownAgencies: ReadonlySet<string> = new Set(
  `sputnik|reuters|ap|associated press|the associated press|afp|agence france-presse|tass|itar-tass|ria novosti|ria|interfax|xinhua|cctv
|efe|ansa|dpa|kyodo|kyodo news|jiji press|yonhap|bernama|antara|pti|ani|ians|upi|united press international|bloomberg|anadolu|anadolu agency|aa
|irna|isna|mehr|mehr news|mna|fars|fars news|fna|tasnim|iqna|ilna|irib|press tv|presstv|shana|yjc|ifp|iran daily|tehran times|tehrantimes
|al jazeera|aljazeera|al-jazeera|al arabiya|al mayadeen|almayadeen|al alam|alalam|al-alam|al manar|almanar|sana|kuna|spa|wam|qna|bna|petra|mena|ina|wafa|map|aps|tap|nna|naharnews
|bbc|bbc news|cnn|rt|rferl|rfe/rl|voa|dw|deutsche welle|euronews|france 24|france24|the guardian|guardian|the new york times|new york times|the washington post
|the independent|independent|haaretz|times of israel|jerusalem post|ynet|global times|cgtn|china daily|south front|al-monitor|middle east eye|mee|mei
|belta|ukrinform|unian|trend|apa|azertac|kazinform|armenpress|belga|anp|ats|apa|pap|ctk|čtk|mti|tanjug|hina|lusa|stt|tt|ntb|ritzau|sda|kna|epd|sid|cna|pna
|taiwan news|canadian press|the canadian press|aap|business wire|pr newswire|globe newswire|the media line|rudaw|kurdistan24|dawn|geo news|app|bss|unb|tolo news|pajhwok|khaama press
|тасс|итар-тасс|риа новости|риа|интерфакс|рбк|регнум|прайм|спутник|белта|укринформ|казинформ
|ایرنا|ایسنا|فارس|مهر|تسنیم|ایلنا|ایکنا|برنا|شانا|اسپوتنیک|رویترز|خبرگزاری فرانسه|آسوشیتدپرس|شینهوا
|رويترز|أ ف ب|ا ف ب|أ.ف.ب|د ب أ|وكالات|الجزيرة|العربية|سانا|كونا|واس|وام|وفا|سبوتنيك|الميادين|الأناضول|تاس|شينخوا|إرنا|ارنا|تسنيم|فارس`
    .split(/[|\n]+/)
    .map(plain)
    .filter((name) => name !== ''),
);

const knownPlaces: ReadonlySet<string> = new Set(
  `tehran|isfahan|mashhad|tabriz|shiraz|qom|ahvaz|baghdad|erbil|basra|mosul|kirkuk|damascus|aleppo|beirut|amman|jerusalem|al-quds|gaza|ramallah|tel aviv|cairo|riyadh|jeddah|dubai|abu dhabi|doha
|kuwait city|manama|muscat|sanaa|aden|ankara|istanbul|baku|yerevan|tbilisi|kabul|islamabad|karachi|lahore|new delhi|delhi|mumbai|dhaka|colombo|kathmandu|beijing|shanghai|hong kong|taipei|tokyo|seoul|pyongyang
|manila|jakarta|singapore|bangkok|hanoi|kuala lumpur|sydney|canberra|melbourne|wellington|moscow|st. petersburg|saint petersburg|sochi|kiev|kyiv|minsk|astana|almaty|tashkent|dushanbe|bishkek|ashgabat
|london|edinburgh|dublin|belfast|paris|lyon|marseille|berlin|frankfurt|munich|hamburg|bonn|vienna|geneva|zurich|bern|brussels|strasbourg|the hague|amsterdam|luxembourg|rome|milan|vatican city|madrid|barcelona
|lisbon|athens|sofia|bucharest|belgrade|zagreb|sarajevo|budapest|prague|warsaw|vilnius|riga|tallinn|helsinki|stockholm|oslo|copenhagen|reykjavik|new york|united nations|washington|washington dc|boston|chicago|los angeles
|san francisco|houston|dallas|miami|atlanta|ottawa|toronto|montreal|mexico city|havana|caracas|bogota|lima|quito|santiago|buenos aires|brasilia|rio de janeiro|sao paulo|tripoli|tunis|algiers|rabat|khartoum|addis ababa
|nairobi|mogadishu|abuja|lagos|accra|dakar|johannesburg|pretoria|cape town|harare|kinshasa
|تهران|اصفهان|مشهد|تبریز|شیراز|قم|اهواز|بغداد|دمشق|بیروت|مسکو|لندن|پاریس|برلین|وین|ژنو|نیویورک|واشنگتن|آنکارا|پکن|کابل
|طهران|القاهرة|بيروت|الرياض|عمان|عمّان|الدوحة|دبي|أبوظبي|الكويت|المنامة|مسقط|صنعاء|عدن|رام الله|غزة|القدس|موسكو|باريس|برلين|جنيف|فيينا|نيويورك|واشنطن|أنقرة|بكين|تونس|الجزائر|الرباط|طرابلس|الخرطوم
|москва|санкт-петербург|киев|минск|лондон|париж|берлин|вена|женева|вашингтон|нью-йорк|тегеран|багдад|дамаск|анкара|стамбул|пекин|токио
|téhéran|londres|moscou|pékin|genève|vienne|bruxelles|le caire|beyrouth|damas|bagdad|teherán|moscú|londres|parís|berlín|viena|ginebra|bruselas|pekín|moskau|teheran|wien|genf|zürich|brüssel|peking|köln|münchen`
    .split(/[|\n]+/)
    .map(plain)
    .filter((name) => name !== ''),
);
