// Prints what a server renders. The package's import does nothing here.
import { renderToString } from "react-dom/server";
import { letter } from "./letter.js";

console.log(renderToString(letter()));
