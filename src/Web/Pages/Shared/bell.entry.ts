import { listen } from "./scripts/bell";

listen();
