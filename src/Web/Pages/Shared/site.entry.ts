import { closeMenus } from "./scripts/menu";
import { countLetters } from "./scripts/counter";
import { focusErrors } from "./scripts/errors";
import { showPasswords } from "./scripts/password";
import { tellLocalTimes } from "./scripts/times";

closeMenus();
countLetters();
focusErrors();
showPasswords();
tellLocalTimes(document);
