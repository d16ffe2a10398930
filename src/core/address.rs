//! Web addresses, checked before any is opened or written into a file that others will open, and the identifiers that
//! addresses are made of.

/// The address as browsers read it, if it is http or https, names a host and carries no user name.
pub fn checked_address(address: &str) -> Option<url::Url> {
    // Browsers silently drop line breaks and tabs inside an address; what is shown must be what is opened.
    let odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\';
    let url = url::Url::parse(address).ok().filter(|_| !address.contains(odd))?;
    // They also forgive "https:/host" and "https:///host".
    let slashes = address.split_once("://").is_some_and(|(_, rest)| !rest.starts_with('/'));
    let plain =
        slashes && matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    (plain && can_be_reached(&url) && address.len() <= 2_000).then_some(url)
}

/// Whether the host can be a name of the domain name system (RFC 1035: labels of 1 to 63 bytes, 253 in all) or an address,
/// at a port that a server can have.
fn can_be_reached(url: &url::Url) -> bool {
    let host = match url.host() {
        Some(url::Host::Domain(name)) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            name.len() <= 253 && name.split('.').all(|label| (1..=63).contains(&label.len()))
        }
        Some(url::Host::Ipv4(_) | url::Host::Ipv6(_)) => true,
        None => false,
    };
    host && url.port() != Some(0)
}

/// Whether a text is a DOI without a host: `10.`, a registrant's number, a slash and something without spaces.
pub fn is_doi(doi: &str) -> bool {
    let Some((registrant, suffix)) = doi.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let number = registrant.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    let good = number && registrant.len() >= 4 && !suffix.is_empty() && suffix.chars().all(plain);
    good && checked_address(&format!("https://doi.org/{doi}")).is_some()
}

/// Whether a text is a PubMed number: up to ten digits.
pub fn is_pmid(pmid: &str) -> bool {
    !pmid.is_empty() && pmid.len() <= 10 && pmid.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::checked_address;

    #[test]
    fn addresses_that_cannot_be_opened_are_refused() {
        let long = format!("https://{}.org", "x".repeat(64));
        for good in [
            "https://example.org",
            "http://e.org:8080/a?b#c",
            "https://192.168.0.1/",
            "https://[::1]/",
            "https://e.org./",
        ] {
            assert!(checked_address(good).is_some(), "{good}");
        }
        for bad in [
            "https://e.org:99999/",
            "https://e.org:0/",
            "https://e.org:http/",
            "https://300.1.1.1/",
            "https://1.2.3.4.5/",
            "https://[::1/",
            "https://a..b/",
            "https://.e.org/",
            "https://e%zz.org/",
            "https://e<x>.org/",
            "ftp://e.org/",
            "https:/e.org/",
            "https:///e.org/",
            &long,
        ] {
            assert!(checked_address(bad).is_none(), "{bad}");
        }
    }
}
