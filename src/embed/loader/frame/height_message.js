// What the page in an iframe and its host say to each other.

/** The host asks for the height. */
export const ASK = "open-letter-height";

/** The frame tells its height, in CSS pixels. */
export const tell = (height) => ({ type: ASK, height: Math.ceil(height) });

/** Whether a message tells a height that a letter may have. */
export const isHeight = (data) => data?.type === ASK && Number.isInteger(data.height) && data.height > 0 && data.height < 1e6;
