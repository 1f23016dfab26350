// What customers type, and what their phone brings.

/** The text with the decimal digits of every script as ASCII digits. */
export const asciiDigits = (text) =>
  // Made here: a browser that doesn't know \p shall not fail where the script begins.
  text.replace(/\p{Nd}/gu, (digit) => {
    // In Unicode the ten digits of a script stand in a row, zero first; of mathematics' five times ten do.
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0) - value - 1))) value++;
    return value % 10;
  });

/** The code in a text: what has as many digits as a code, or else all digits that there are. */
export function codeIn(text, length) {
  const numbers = asciiDigits(text).split(/\D+/);
  return numbers.find((digits) => digits.length == length) || numbers.join("");
}

/** Has the code of the phone's next message (WebOTP), until the signal. */
export const receive = (signal, found) =>
  window.OTPCredential &&
  navigator.credentials.get({ otp: { transport: ["sms"] }, signal }).then(({ code }) => found(code), () => {});
