// The messages between the page in an iframe and its host page.

/** The host page asks for the height. */
export const ASK = "open-letter-height";

/** The frame sends its height, in CSS pixels. */
export const heightMessage = (height) => ({ type: ASK, height: Math.ceil(height) });

/** Whether a message has a height that a letter may have. */
export const isHeight = (data) => data?.type === ASK && Number.isInteger(data.height) && data.height > 0 && data.height < 1e6;
