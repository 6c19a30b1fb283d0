/** Abbreviations that everybody who can follow a technical procedure knows: they need no entry in a glossary. */
export const KNOWN_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `AI API CA CD CI CLI CPU CSV DB DNS FAQ GPU HTML HTTP HTTPS ID IO IP IT JSON OK OS PC PDF QA RAM RPC SDK SLA SLO SMS SQL SSH SSL
   TCP TLS UDP UI URI URL USB UTC UUID VM VNC VPN XML YAML`.split(/\s+/),
);
