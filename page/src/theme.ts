/** Light or dark, as the system or the user has it; paper is light. And the colours that charts are drawn in. */

import { computed, signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";
const dark = matchMedia("(prefers-color-scheme: dark)");
const systemDark = signal(dark.matches);
const printing = signal(false);
dark.addEventListener("change", (event) => (systemDark.value = event.matches));
addEventListener("beforeprint", () => (printing.value = true));
addEventListener("afterprint", () => (printing.value = false));

function kept(): Theme {
  const theme = localStorage.getItem("jobcast.theme");
  return theme === "light" || theme === "dark" ? theme : "auto";
}
export const theme = signal<Theme>(kept());
export const isDark = computed(() => !printing.value && (theme.value === "dark" || (theme.value === "auto" && systemDark.value)));

export function setTheme(next: Theme): void {
  theme.value = next;
  localStorage.setItem("jobcast.theme", next);
}

export interface Palette {
  ink: string;
  soft: string;
  line: string;
  paper: string;
  accent: string;
  accentSoft: string;
  accentSofter: string;
  target: string;
  /** Okabe and Ito's colours, which people with any of the usual colour vision deficiencies tell apart. */
  series: string[];
}

const light: Palette = {
  ink: "#1d2a32", soft: "#51626c", line: "#d5dcdf", paper: "#ffffff",
  accent: "#0b6d8c", accentSoft: "#7db8cb", accentSofter: "#cfe4eb", target: "#b34700",
  series: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"],
};
const night: Palette = {
  ink: "#e4ebee", soft: "#a3b2ba", line: "#36434b", paper: "#182126",
  accent: "#5cc0de", accentSoft: "#2f7d96", accentSofter: "#20495a", target: "#ff9d5c",
  series: ["#5aaee8", "#f0b840", "#35c79b", "#e09cc4", "#8fd0f7", "#ff8a47"],
};
export const palette = computed(() => (isDark.value ? night : light));
