// The contact that waits for its code.

export const addressOf = ({ type, phone, email }) => String((type == "email" ? email : phone) || "");

/** Tells one change from another. */
export const keyOf = (contact) => contact.type + addressOf(contact);

/** The address with its middle left out: enough for its owner. */
export const mask = (address) => address.replace(/(.?)[^@]*(@.*|.{4})/, "$1\u2022\u2022\u2022$2");
