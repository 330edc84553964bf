// Partial updates for the pages that need them: `<script asset="htmx.js">`. Its settings stand in the layout's meta element.
import "htmx.org";
