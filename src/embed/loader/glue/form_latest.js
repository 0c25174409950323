// The form to sign, by the name of its file.

import { importModule } from "import-module";

export const formPart = (beside) => importModule(beside("__OPEN_LETTER_FORM__"));
