// The words, in Arabic and English. The attribute text-NAME of the element replaces one.

const texts = {
  title: ["رمز التحقق", "Verification code"],
  text: ["أدخل الرمز الذي أرسلناه إلى {to}", "Enter the code that we sent to {to}"],
  mobile: ["جوالك", "your phone"],
  email: ["بريدك", "your e-mail"],
  label: ["الرمز", "Code"],
  submit: ["تأكيد", "Confirm"],
  busy: ["جارٍ التحقق…", "Checking the code…"],
  resend: ["إرسال رمز جديد", "Send a new code"],
  resent: ["أرسلنا رمزًا جديدًا.", "A new code is on its way."],
  wait: ["يمكنك طلب رمز جديد بعد {to} ثانية.", "You can ask for a new code in {to} seconds."],
  again: ["يمكنك طلب رمز جديد الآن.", "You can ask for a new code now."],
  cancel: ["إلغاء التغيير", "Cancel the change"],
  close: ["إغلاق", "Close"],
  enter: ["أدخل الرمز", "Enter the code"],
  failed: ["حاول مرة أخرى.", "Please try again."],
};

/** The page's language, where the element stands: Arabic, or otherwise English, as the module has it for its own messages. */
export const isArabic = (host) => host.matches(":lang(ar)");

export function textOf(host, name) {
  return host.getAttribute("text-" + name) || texts[name][isArabic(host) ? 0 : 1];
}

/** Puts a text into a node; what stands for {to} is isolated, left to right, so that it can't turn the words around it. */
export function write(node, text, to) {
  const [before, after] = text.split("{to}");
  node.textContent = before;
  if (after == null) return;
  const isolated = document.createElement("bdi");
  isolated.dir = "ltr";
  isolated.textContent = to;
  node.append(isolated, after);
}
