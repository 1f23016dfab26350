// The page's language. The HTML holds the Arabic texts; English replaces them by their data-i18n key, so nothing is
// written twice. Messages that only scripts show are in both languages below.

const params = new URLSearchParams(location.search);

export const lang = params.get("lang") === "en" ? "en" : "ar";

const english = {
  documentTitle: document.querySelector("#examples") ? "Examples · Hayl" : "My account · Hayl",
  skip: "Skip to the page's content",
  brand: "Hayl",
  tagline: "Arabic coffee roasters",
  title: "My account",
  intro: "Your details and how we reach you.",
  retry: "Try again",
  profile: "Profile",
  choosePicture: "Choose a picture",
  pictureHint: "The picture is uploaded when you save.",
  firstName: "First name",
  lastName: "Last name",
  birthday: "Date of birth",
  gender: "Gender",
  genderNone: "Not given",
  female: "Female",
  male: "Male",
  save: "Save changes",
  contact: "Contact",
  contactHint: "We send a code to the new number or address, to be sure it is yours.",
  phone: "Mobile number",
  country: "Country",
  SA: "Saudi Arabia +966",
  AE: "United Arab Emirates +971",
  KW: "Kuwait +965",
  BH: "Bahrain +973",
  OM: "Oman +968",
  QA: "Qatar +974",
  EG: "Egypt +20",
  JO: "Jordan +962",
  newPhone: "New number",
  changePhone: "Change number",
  email: "E-mail",
  newEmail: "New address",
  changeEmail: "Change e-mail",
  messages: "Messages",
  code: "Code",
  verify: "Confirm",
  panel: "Behind the scenes",
  countMessages: "Messages",
  countEvents: "Events",
  pages: "The page's two versions",
  withoutSdk: "Without the SDK",
  withSdk: "With Salla's SDK",
  examples: "Examples",
  examplesIntro: "These are the examples of the documentation. Each button runs its example on the development store.",
  examplesForm: "A form that the examples use",
  mode: "Mode",
  version: "Version",
  compiler: "Compiler",
  fault: "Make the store misbehave",
  faultNone: "No fault",
  faultDelay: "Two seconds late",
  fault429: "Too many requests (429)",
  fault500: "Error 500",
  faultFields: "Refused fields",
  faultDrop: "Connection drops",
  faultHtml: "Answers with an HTML page",
  faultBadJson: "Broken JSON",
  faultTruncate: "Answer cut short",
  faultEmpty: "Empty answer",
  customerPhone: "The customer's phone",
  noMessages: "Text messages and e-mails with the verification code show here.",
  events: "Events on the page",
  clear: "Clear",
};

const messages = {
  ar: {
    hello: "أهلًا {name}، هذه بياناتك وطرق التواصل معك.",
    noModule: "لم يُحمَّل برنامج الصفحة. حدّث الصفحة، فإن تكرر الأمر فتواصل معنا.",
    notLoaded: "تعذّر تحميل بياناتك.",
    network: "تعذّر الاتصال بالمتجر. تأكد من اتصالك بالإنترنت ثم حاول مرة أخرى.",
    timeout: "تأخر المتجر في الرد. حاول مرة أخرى بعد قليل.",
    server: "حدث خطأ في المتجر. حاول مرة أخرى بعد قليل.",
    unreadable: "وصل الطلب إلى المتجر لكن ردّه غير مفهوم. حدّث الصفحة لترى ما حُفظ.",
    saving: "جارٍ الحفظ…",
    sending: "جارٍ الإرسال…",
    verifying: "جارٍ التحقق…",
    saved: "حُفظت التغييرات.",
    contactChanged: "تم تغيير بيانات التواصل.",
    close: "إغلاق",
    fromMessages: "من الرسائل: {code}",
    sms: "رسالة نصية",
    mail: "بريد إلكتروني",
    copy: "نسخ",
    copied: "نُسخ",
    notRunning: "لا يعمل",
    release: "نسخة النشر: {file} بحجم {size} بعد الضغط (brotli).",
    development: "نسخة تطوير بمترجم Go القياسي: {file} بحجم {size}، وبعد الضغط {compressed}. نسخة النشر أصغر بكثير.",
    reload: "اكتملت نسخة النشر. أعد تحميل الصفحة.",
    run: "شغّل المثال",
    running: "جارٍ التشغيل…",
    done: "تم",
    failed: "لم ينجح",
    output: "الناتج",
  },
  en: {
    hello: "Hello {name}, these are your details and how we reach you.",
    noModule: "The page's program did not load. Reload the page; if it happens again, get in touch.",
    notLoaded: "Your details could not be loaded.",
    network: "The store can't be reached. Check your connection and try again.",
    timeout: "The store is taking too long. Try again in a moment.",
    server: "Something went wrong at the store. Try again in a moment.",
    unreadable: "The store got your request, but its answer makes no sense. Reload the page to see what was saved.",
    saving: "Saving…",
    sending: "Sending…",
    verifying: "Checking…",
    saved: "Your changes are saved.",
    contactChanged: "Your contact details are changed.",
    close: "Close",
    fromMessages: "From Messages: {code}",
    sms: "Text message",
    mail: "E-mail",
    copy: "Copy",
    copied: "Copied",
    notRunning: "not running",
    release: "The release: {file}, {size} (brotli).",
    development: "A development build of the standard Go compiler: {file}, {size}, or {compressed} (brotli). The release is far smaller.",
    reload: "The release is built. Reload the page.",
    run: "Run",
    running: "Running…",
    done: "Done",
    failed: "Failed",
    output: "Output",
  },
};

/**
 * A message in the page's language; {name} in it is replaced from `values`. Each value is isolated (U+2068 … U+2069), so
 * that a number in an Arabic sentence, or an Arabic name in an English one, doesn't turn the words around it.
 */
export function t(key, values = {}) {
  return messages[lang][key].replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name]}\u2069`);
}

/** An address with the page's query, some members of it changed. */
export function withQuery(changes, url = location.href) {
  const result = new URL(url, location.href);
  result.search = location.search;
  for (const [name, value] of Object.entries(changes)) {
    if (value) result.searchParams.set(name, value);
    else result.searchParams.delete(name);
  }
  return result.href;
}

/** Puts the page's own texts into its language. */
export function translatePage() {
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
  if (lang === "en") {
    document.title = english.documentTitle;
    for (const element of document.querySelectorAll("[data-i18n]")) {
      element.textContent = english[element.dataset.i18n];
    }
    for (const element of document.querySelectorAll("[data-i18n-label]")) {
      element.setAttribute("aria-label", english[element.dataset.i18nLabel]);
    }
  }
  const other = lang === "ar" ? "en" : "ar";
  const langSwitch = document.querySelector("#lang-switch");
  langSwitch.lang = langSwitch.hreflang = other;
  langSwitch.textContent = other === "ar" ? "العربية" : "English";
  refreshLinks();
}

/** Links within the page's two versions and languages keep ?token, ?fault and ?lang. */
export function refreshLinks() {
  for (const link of document.querySelectorAll("[data-keep-query]")) {
    link.href = withQuery({}, link.getAttribute("href"));
  }
  document.querySelector("#lang-switch").href = withQuery({ lang: lang === "ar" ? "en" : "ar" });
}
