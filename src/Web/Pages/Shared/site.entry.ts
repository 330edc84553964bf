import { closeMenus } from "./scripts/menu";
import { countLetters } from "./scripts/counter";
import { focusErrors } from "./scripts/errors";
import { askBeforeSignOut } from "./scripts/signout";
import { showPasswords } from "./scripts/password";
import { tellLocalTimes } from "./scripts/times";

askBeforeSignOut();
closeMenus();
countLetters();
focusErrors();
showPasswords();
tellLocalTimes(document);
