package chancery.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.jspecify.annotations.Nullable;

/// A real browser for tests. Where none is installed they are skipped, and say how to get one.
final class Browsers {
    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private Browsers() {}

    /// Opens one; to be closed.
    static Browser open() {
        var chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").map(Path::of).filter(Files::isExecutable).findFirst();
        if (chromium.isEmpty()) System.out.println("BROWSER TESTS NOT RUN: no Chromium is installed. On Debian: apt-get install chromium");
        Assumptions.assumeTrue(chromium.isPresent(), "not run: no Chromium is installed (on Debian: apt-get install chromium)");
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get()).setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")));
        return browser;
    }

    static void close() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
    }
}
