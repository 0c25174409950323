//! Beginnings of the words with which forms ask whether a name may be published, in small letters.

/// To show or publish. Alone they say little (*public*, *display*): a word for the name must stand beside them.
pub const SHOW: &str = "publi públi pubbl publiq publik show shown display appear listed print mention visib disclos reveal \
    credit affich apparaî apparai montr figur divulg veröffentlich veroeffentlich öffentlich oeffentlich anzeig angezeigt \
    zeig gezeigt erschein nenn genannt sichtbar abgedruckt namentlich mostr aparec apare exib citar menzion comparir \
    compaia gepubliceerd openbaar toon tonen getoond vermeld zichtbaar weergegeven weergev opublik upublicz jawn ujawn pokaż \
    pokaz wyświetl widoczn публик публич опублик публіч опублік оприлюдн показ отобра відобра указыв видим zveřejn zverejn \
    zobraz uvést uveden veřejn verejn publicer publiser offentlig visa visas vises vise synlig nämn nævn julkai julki näyt \
    közzé nyilvános megjelen afișa afisa yayın yayin göster görün δημοσι εμφαν հրապարակ ցույց ցուցադր objav prikaz javno \
    објав прикаж avalda avaliku skelb viešin namensnenn namensveröff naamsvermeld प्रकाशित दिखा सार्वजनिक";

/// The same in scripts whose words take other letters at their beginnings, or are not separated.
pub const SHOW_ANYWHERE: &str = "نشر إظهار اظهار يظهر ظهور عرض علن نمایش انتشار منتشر פרסם פרסום יפורסם הצג יוצג \
    פומבי גלוי 公开 公開 显示 顯示 刊登 发表 發表 发布 發布 披露 公布 掲載 表示 公表 공개 게시 표시";

/// Without a name.
pub const ANONYMOUS: &str = "anon anóni anôni anònim аноним анонім инкогнито ανών ανων անանուն névtelen isimsiz nimettöm \
    गुमनाम";

/// To hide. These are clear alone.
pub const HIDE: &str = "hide hidden conceal nameless unnamed unlisted";

/// Both in scripts whose words take other letters at their beginnings, or are not separated.
pub const HIDE_ANYWHERE: &str = "مجهول إخفاء اخفاء ناشناس پنهان مخفی אנונימי בעילום הסתר 匿名 隐藏 隱藏 保密 非公開 不公开 \
    不公開 익명 비공개 숨";

/// To hide, where a word for the name stands beside them: alone they are about many things (*private*).
pub const HIDE_NAME: &str = "private confidential withh suppress omit cach masqu confidentiel verberg verborgen verschwieg \
    vertraulich geheim ocult omitir omett nascond escond ukry скры прихов skrýt skjul dölj piilo rejt elrejt \
    ascund gizl κρυφ απόκρυψ թաքց skriv sakri";

/// A name or a signature, and whom it belongs to.
pub const NAME: &str = "name named naming nom noms prénom prenom nombre nome nomi naam namen namn navn nimi nimeä nime nimeni \
    név neve nevem imię imienia imieniem nazwisk имя имени фамили імен ім прізвищ прізвищ ad adım adım adımı adı adımın isim \
    ismi ismim ismimin όνομα ονόματ όνομά անուն नाम jméno jména jmeno meno mena ime imena име nume numele signature signatur \
    unterschrift firma assinatura handtekening podpis подпис підпис";

/// The same in scripts whose words take other letters at their beginnings, or are not separated.
pub const NAME_ANYWHERE: &str = "اسم نام שם שמי 名 署名 이름 성명";

/// Consent to anything.
pub const CONSENT: &str = "consent permission permit agree accept authoris authoriz approv gdpr rgpd dsgvo einwillig zustimm \
    einverstand einverständ erlaub genehmig accord autoris autoriz autorizz permiss consentim acuerdo acept permis consens \
    accett acconsent concord toestemming akkoord zgod wyraż соглас разреш згод дозв souhlas súhlas samtyck samtykke godkän \
    suostum lupa hozzájárul beleegy acord consim onay izin rıza kabul συγκατάθ συναίν συμφων համաձայն सहमति अनुमति";

/// The same in scripts whose words take other letters at their beginnings, or are not separated.
pub const CONSENT_ANYWHERE: &str = "موافق أوافق رضایت הסכמ מסכים מאשר 同意 许可 許可 授权 授權 동의 허락";

/// What a form asks about besides the name. A question about these is not about the name, unless it names that too.
pub const OTHER: &str = "newsletter mail email e-mail courriel correo updat news infos information contact kontakt contacto \
    marketing phone telefon téléphone cookie volunteer donat photo comment event sms whatsapp rundbrief aktuell actualité \
    novedades рассыл розсил sector service dienst servant school holiday transport health library";
