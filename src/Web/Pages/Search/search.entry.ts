import { near } from "./near";
import { suggest } from "./suggest";

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) suggest(input);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-near]")) near(button);
