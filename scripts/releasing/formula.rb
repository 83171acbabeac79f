# The formula for Homebrew; scripts/release fills in version, address and sums.
class Findings < Formula
  desc "Turn a folder of inspection reports into a public register"
  homepage "ADDRESS"
  version "VERSION"
  license "Apache-2.0"

  on_macos do
    depends_on arch: :arm64
    url "ADDRESS/releases/download/vVERSION/findings-VERSION-macos-arm64.tar.gz"
    sha256 "SUM-macos-arm64"
  end

  on_linux do
    on_intel do
      url "ADDRESS/releases/download/vVERSION/findings-VERSION-linux-x86_64.tar.gz"
      sha256 "SUM-linux-x86_64"
    end
    on_arm do
      url "ADDRESS/releases/download/vVERSION/findings-VERSION-linux-arm64.tar.gz"
      sha256 "SUM-linux-arm64"
    end
  end

  def install
    bin.install "bin/findings"
    man1.install Dir["share/man/man1/*"]
    bash_completion.install "share/bash-completion/completions/findings"
    zsh_completion.install "share/zsh/site-functions/_findings"
    fish_completion.install "share/fish/vendor_completions.d/findings.fish"
  end

  test do
    system bin/"findings", "init", "site"
    system bin/"findings", "check", "--strict", "--root", "site"
  end
end
