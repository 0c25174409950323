// Prints what a server sends for the example for React.

import { renderToString } from "react-dom/server";
import { Campaign } from "./Campaign";

console.log(renderToString(<Campaign dark={false} />));
