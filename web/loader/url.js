// Addresses that a tag or configure name.

/**
 * The address as a URL of the page's, without a user and password (fetch refuses such an address); throws where it isn't http(s).
 * @param {string} name of the option, for the error
 * @param {string} address
 */
export const httpURL = (name, address) => {
  const url = document.createElement("a"); // pages have a URL of their own
  url.href = address;
  if (!address || !/^https?:$/.test(url.protocol)) throw new TypeError(name + " is not an http(s) URL: " + address);
  url.username = url.password = "";
  return url.href;
};
