import { dirname, join, relative as relativePath } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const web = join(root, "src", "Web");
export const built = join(web, "wwwroot", "built");
export const cache = join(root, ".cache");
export const packages = join(root, "node_modules");
export const relative = path => relativePath(root, path);
