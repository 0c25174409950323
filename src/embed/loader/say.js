// Messages to the webmaster, in the console. A page may have replaced the console.

const say = (level) => (...values) => {
  try {
    console[level](...values);
  } catch {} // there is no console to write to
};

export const error = say("error");
export const warn = say("warn");
export const info = say("info");
