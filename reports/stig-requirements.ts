/** One requirement of DISA's guide for Okta IDaaS (release 1.2), in our words. */
export interface StigRequirement {
  /** The guide's number. */
  readonly check: string;
  readonly asks: string;
}

/** All of them, by number. */
export const stigRequirements: readonly StigRequirement[] = [
  { check: "V-273186", asks: "a global session ends after 15 minutes without activity" },
  { check: "V-273187", asks: "a session of the admin console ends after 15 minutes without activity" },
  { check: "V-273188", asks: "users without activity for 35 days are disabled" },
  { check: "V-273189", asks: "three wrong passwords in a row lock a user" },
  { check: "V-273190", asks: "the dashboard asks for a phishing-resistant authenticator" },
  { check: "V-273191", asks: "the admin console asks for a phishing-resistant authenticator" },
  { check: "V-273192", asks: "the notice and consent banner is shown before a sign-in" },
  { check: "V-273193", asks: "the admin console asks for two factors" },
  { check: "V-273194", asks: "the dashboard asks for two factors" },
  { check: "V-273195", asks: "passwords have 15 characters at least" },
  { check: "V-273196", asks: "passwords have an upper case letter" },
  { check: "V-273197", asks: "passwords have a lower case letter" },
  { check: "V-273198", asks: "passwords have a number" },
  { check: "V-273199", asks: "passwords have a symbol" },
  { check: "V-273200", asks: "a password is kept for 24 hours at least" },
  { check: "V-273201", asks: "a password ends after 60 days" },
  { check: "V-273202", asks: "the System Log is sent to a central log server" },
  { check: "V-273203", asks: "a global session ends after 18 hours" },
  { check: "V-273204", asks: "PIV smart cards are accepted" },
  { check: "V-273205", asks: "Okta Verify connects to FIPS-compliant devices only" },
  { check: "V-273206", asks: "cookies of global sessions do not outlive the browser" },
  { check: "V-273207", asks: "only approved certificate authorities are trusted" },
  { check: "V-273208", asks: "common passwords are refused" },
  { check: "V-273209", asks: "the last five passwords cannot be used again" },
  { check: "V-279689", asks: "API tokens can be used from a network zone only" },
  { check: "V-279690", asks: "API tokens belong to accounts made for them" },
  { check: "V-279691", asks: "global session policies allow or deny by network" },
  { check: "V-279692", asks: "a network zone blocks anonymizing proxies" },
  { check: "V-279693", asks: "the sign-on policy of each app has a network zone" },
];
