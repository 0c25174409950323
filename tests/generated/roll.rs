//! Realistic rolls of invented persons: a dozen scripts, names as unevenly spread as real ones, some strange names, and
//! some signatories who sign twice, with another id or in exactly the same row. The same seed gives the same roll.

use std::fmt::Write;

/// The heading row of the table.
pub const HEADING: &str = "id,name,kind,role,organisation,country,signed,comment,initiator,verified\n";

/// The first rows, which are initiators.
const INITIATORS: usize = 12;

/// That number of rows from `first` on, of the roll with that seed; each ends with a line break.
pub fn rows(seed: u64, first: usize, count: usize) -> String {
    let mut csv = String::with_capacity(count * 90);
    for number in first..first + count {
        row(seed, number, &mut csv);
    }
    csv
}

/// A whole table.
pub fn table(seed: u64, count: usize) -> String {
    [HEADING, &rows(seed, 0, count)].concat()
}

/// The row that this one repeats: an earlier one if somebody signs again, else its own.
fn signer(seed: u64, mut number: usize) -> usize {
    loop {
        let mut random = Random::of(seed, number, 2);
        let others = number.saturating_sub(INITIATORS);
        if others == 0 || !random.chance(200) {
            return number;
        }
        let earlier = number - 1 - random.below(others.min(400));
        let without_id = (INITIATORS..earlier).rev().find(|earlier| !has_id(seed, *earlier));
        number = without_id.filter(|_| random.chance(2)).unwrap_or(earlier);
    }
}

/// Signatories without an id who sign twice have two identical rows.
fn has_id(seed: u64, number: usize) -> bool {
    !Random::of(seed, number, 3).chance(60)
}

fn row(seed: u64, number: usize, csv: &mut String) {
    let signer = signer(seed, number);
    let random = &mut Random::of(seed, signer, 1);
    let id = if has_id(seed, signer) { number.to_string() } else { String::new() };
    words(&id, signer, random, csv);
}

fn words(id: &str, number: usize, random: &mut Random, csv: &mut String) {
    let organisation = number == 0 || random.chance(50);
    let script = &SCRIPTS[random.uneven(SCRIPTS.len())];
    let name = if organisation { script.organisation(random) } else { script.person(random) };
    let name = if random.chance(2000) { strange(random, &name) } else { name };
    let (mut role, mut member_of, mut comment) = ("", String::new(), "");
    if !organisation && random.chance(8) {
        role = random.pick(&["Professor", "Nurse", "Teacher", "Fellow", "Student, engineering", "Ծրագրավորող"]);
        member_of = script.organisation(random);
    }
    if random.chance(20) {
        comment = random.pick(&["Because it matters.", "For my grandmother, who said “never again”.", "Basta!"]);
    }
    let kind = if organisation { "organisation" } else { "person" };
    let day = 1 + number / 40_000 % 28;
    let initiator = if number < INITIATORS { "true" } else { "" };
    let verified = if random.chance(3) { "true" } else { "" };
    let _ = writeln!(
        csv,
        "{id},\"{name}\",{kind},\"{role}\",\"{member_of}\",{},2023-09-{day:02},{comment:?},{initiator},{verified}",
        script.country
    );
}

fn strange(random: &mut Random, name: &str) -> String {
    match random.below(4) {
        0 => "X".into(),
        1 => format!("{name} 🌻"),
        2 => [name, " "].concat().chars().cycle().take(300).collect(),
        _ => format!("{}-O’{name}", name.split(' ').next().unwrap_or_default()),
    }
}

struct Script {
    country: &'static str,
    /// Given names, the commonest first.
    given: &'static [&'static str],
    /// The syllables of family names, and their endings.
    family: &'static [&'static str],
    end: &'static str,
    /// Whether the family name comes first, without a space.
    unspaced: bool,
    society: &'static str,
}

impl Script {
    fn family(&self, random: &mut Random) -> String {
        if self.unspaced {
            return self.family[random.uneven(self.family.len())].to_string();
        }
        // Some family names are common, and others are rare.
        let mut family = self.family[random.uneven(self.family.len())].to_string();
        family += self.family[random.uneven(self.family.len())];
        if !random.chance(3) {
            family.extend((0..2).map(|_| self.family[random.below(self.family.len())]));
        }
        if let Some(first) = family.chars().next() {
            family = first.to_uppercase().chain(family.chars().skip(1)).collect();
        }
        family + self.end
    }

    fn person(&self, random: &mut Random) -> String {
        let (given, family) = (self.given[random.uneven(self.given.len())], self.family(random));
        if self.unspaced {
            // Two syllables or characters, one of them common.
            let space = if random.chance(4) { " " } else { "" };
            return format!("{family}{space}{given}{}", self.given[random.below(self.given.len())]);
        }
        if random.chance(6) {
            return format!("{given} {} {family}", self.given[random.uneven(self.given.len())]);
        }
        format!("{given} {family}")
    }

    fn organisation(&self, random: &mut Random) -> String {
        if self.unspaced {
            return format!("{}{}{}", self.family(random), self.given[random.below(self.given.len())], self.society);
        }
        format!("{} {}", self.family(random), self.society)
    }
}

const fn spaced(
    country: &'static str,
    given: &'static [&'static str],
    family: &'static [&'static str],
    end: &'static str,
    society: &'static str,
) -> Script {
    Script { country, given, family, end, unspaced: false, society }
}

const fn unspaced(
    country: &'static str,
    given: &'static [&'static str],
    family: &'static [&'static str],
    society: &'static str,
) -> Script {
    Script { country, given, family, end: "", unspaced: true, society }
}

/// The commonest first.
const SCRIPTS: [Script; 14] = [
    spaced(
        "US",
        &["Maria", "John", "Anna", "David", "Sarah", "James", "Laura", "Peter", "Emma", "Ruth", "Oscar", "Iris"],
        &[
            "mar", "gar", "san", "well", "ber", "tin", "lo", "wick", "den", "ro", "hal", "pen", "ost", "ug", "fyl",
            "quin",
        ],
        "son",
        "Human Rights Network",
    ),
    spaced(
        "FR",
        &["François", "Zoë", "Søren", "Łucja", "José", "Jürgen", "Åsa", "Đorđe", "Işıl", "Ñusta"],
        &["bé", "lê", "mün", "strø", "żół", "ça", "riß", "ñez", "gårt", "æb", "šek", "ığ"],
        "",
        "Société des Amis",
    ),
    spaced(
        "AM",
        &["Արամ", "Անի", "Զաբել", "Գարո", "Լուսինե", "Տիգրան", "Շուշան"],
        &["բեդ", "րոս", "խաչ", "ատ", "հակ", "ոբ", "սարգ", "միք", "պետ", "վարդ"],
        "յան",
        "Միություն",
    ),
    spaced(
        "UA",
        &["Олександр", "Марія", "Андрій", "Їжак", "Семён", "Ольга", "Ґрета"],
        &["ков", "бой", "шев", "чук", "мель", "ник", "гри", "пет", "сав", "лис"],
        "енко",
        "Спілка",
    ),
    spaced(
        "LB",
        &["محمد", "فاطمة", "أحمد", "عليّ", "مريم", "ليلى", "مُصطفى"],
        &["حا", "سن", "با", "دي", "كري", "منص", "ور", "نا", "صر", "طه"],
        "ي",
        "جمعية",
    ),
    unspaced(
        "KR",
        &["민", "준", "서", "연", "지", "우", "현", "수", "영", "은", "하", "진", "호", "경", "미", "희"],
        &["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황"],
        "시민연합",
    ),
    unspaced(
        "CN",
        &["伟", "芳", "娜", "秀", "英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超"],
        &["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭"],
        "协会",
    ),
    spaced(
        "GR",
        &["Ελένη", "Γιώργος", "Μαρία", "Νίκος", "Άννα", "Κώστας"],
        &["πα", "δό", "που", "κα", "ρα", "λέ", "μη", "τσι", "στα", "γε"],
        "ίδης",
        "Σύλλογος",
    ),
    spaced(
        "IL",
        &["דוד", "שרה", "יִצְחָק", "רחל", "משה", "נועם"],
        &["כה", "לו", "בן", "צי", "גו", "רי", "פר", "שט", "מל", "חי"],
        "ן",
        "עמותה",
    ),
    spaced(
        "GE",
        &["ნინო", "გიორგი", "მარიამ", "დავით", "თამარ", "ლევან"],
        &["ქავ", "თარ", "გელ", "ბერ", "იძ", "მამ", "ჩხე", "ლომ", "კაპ", "ავ"],
        "შვილი",
        "საზოგადოება",
    ),
    unspaced(
        "JP",
        &["太", "郎", "子", "美", "一", "健", "花", "海", "さ", "く", "ら", "ゆ", "み", "大", "翔", "陽"],
        &["佐藤", "鈴木", "高橋", "田中", "渡辺", "伊藤", "山本", "中村", "小林", "加藤", "吉田", "山田"],
        "協会",
    ),
    spaced(
        "IN",
        &["अनिता", "राहुल", "सुनीता", "विजय", "प्रिया", "संजय"],
        &["श", "र्मा", "गु", "प्ता", "व", "र्म", "सिं", "ह", "पटे", "ल"],
        "",
        "संघ",
    ),
    spaced(
        "TH",
        &["สมชาย", "สมหญิง", "กมล", "อรุณ", "ดวงใจ", "ประเสริฐ"],
        &["ใจ", "ดี", "ศรี", "สุข", "ทอง", "แก้ว", "วงศ์", "บุญ", "รัตน", "มี"],
        "",
        "สมาคม",
    ),
    spaced(
        "VN",
        &["Đặng Thị", "Nguyễn Văn", "Trần", "Lê Thị", "Phạm", "Hoàng Ngọc"],
        &["anh", "bình", "châu", "dũng", "hà", "kh", "l", "minh", "ng", "ph"],
        "",
        "Hội",
    ),
];

/// Numbers that look random (`SplitMix64`).
pub struct Random(pub u64);

impl Random {
    /// Each row has its own numbers for each purpose, so that a longer roll begins with the rows of a shorter one.
    pub fn of(seed: u64, number: usize, purpose: u64) -> Random {
        Random(seed ^ (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_mul(2 * purpose - 1))
    }

    /// Any of the words.
    pub fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A random number from 0 to `end`, excluding `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or_default()
    }

    /// True with a probability of one in `of`.
    pub fn chance(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    /// A random number with the frequency of words and names (Zipf): the first far more often than the last.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn uneven(&mut self, end: usize) -> usize {
        let uniform = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        (((end as f64 + 1.0).powf(uniform)) as usize - 1).min(end - 1)
    }
}
