// Who receives what is typed, and which receivers a host page need not put up with.

import { parse } from "../url.js";

/** The host of an absolute address, in ASCII (Punycode); empty if there is none. */
export const hostOf = (address) => parse(address)?.hostname ?? "";

/** Whether the host is the reader's own machine (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3). */
export const isLoopback = (host) => /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(host);

const isAddress = (host) => /^\[|(^|\.)\d*$/.test(host);
const isWithin = (host, domain) => host === domain || (host.endsWith(`.${domain}`) && !isAddress(host));
const isOneSite = (one, other) =>
  one === other || (isLoopback(one) && isLoopback(other)) || (!isAddress(one) && siteOf(one) === siteOf(other));

// The part of the host that identifies its site.
function siteOf(host) {
  const labels = host.replace(/\.+$/, "").split(".");
  const [second, last] = labels.slice(-2);
  return labels.slice(last?.length === 2 && second.length < 4 ? -3 : -2).join(".");
}

/**
 * Whether a letter must not send to `action` from that page: the address is of the page's site, but not of the
 * letter's. Browsers and servers trust a request within a site more than others, and a letter comes from elsewhere.
 *
 * Which hosts are of one site depends on a list of registries that is too long for a widget (the Public Suffix List).
 * This rule does without: hosts are of one site if their last two labels are the same, or the last three where the
 * second to last is as short as those of registries (`co.uk`, `com.au`). The letter may send to its own host, to hosts
 * above or below it, and to any other host of its site but the page's own. Where many people share a domain
 * (`github.io`), the rule refuses more than it must, and the reader follows the link to sign.
 */
export function isRefused(page, letter, action) {
  [page, letter, action] = [page, letter, action].map(hostOf);
  if (!page || !action) return false;
  const isOwn =
    letter &&
    (isWithin(letter, action) || isWithin(action, letter) || (isOneSite(letter, action) && action !== page));
  return isOneSite(action, page) && !isOwn;
}
