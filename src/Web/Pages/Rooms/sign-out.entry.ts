import { clearOnSignOut } from "./room/sign-out";

clearOnSignOut();
