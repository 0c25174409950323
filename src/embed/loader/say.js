// What the webmaster is told, in the console. A page may have put anything in its place.

const say = (level) => (...values) => {
  try {
    console[level](...values);
  } catch {} // then nobody can be told
};

export const error = say("error");
export const warn = say("warn");
export const info = say("info");
