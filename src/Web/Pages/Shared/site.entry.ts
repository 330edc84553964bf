import { closeMenus } from "./scripts/menu";
import { countLetters } from "./scripts/counter";
import { focusErrors } from "./scripts/errors";
import { showPasswords } from "./scripts/password";
import { askBeforeSignOut } from "./scripts/signout";

askBeforeSignOut();
closeMenus();
countLetters();
focusErrors();
showPasswords();
