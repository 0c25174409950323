// Domains of e-mail addresses.

/** Domains where many people have their mailbox. */
export const COMMON = (
  "gmail.com googlemail.com hotmail.com hotmail.fr hotmail.co.uk outlook.com yahoo.com yahoo.fr " +
  "yahoo.co.uk icloud.com protonmail.com proton.me t-online.de freenet.de orange.fr wanadoo.fr " +
  "laposte.net libero.it yandex.ru rambler.ru btinternet.com comcast.net verizon.net bigpond.com " +
  "terra.com.br naver.com walla.co.il"
).split(" ");

/** Domains that look like an error and are none. */
export const REAL = "mail.com email.com ymail.com hotmail.it hotmail.de hotmail.es yahoo.de yahoo.it yahoo.es yandex.by".split(" ");
