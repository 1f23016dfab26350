package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// sdkPackage is the SDK's npm package, sdkScript its classic script.
const (
	sdkPackage = "@salla.sa/twilight"
	sdkScript  = "dist/@salla.sa/twilight.min.js"
)

// findSDK answers the path of the SDK's script: of node_modules where that is the version asked for, otherwise
// of ../build/sdk/VERSION (it is run in web), fetched from npm if it isn't there yet.
func findSDK(version string) (string, error) {
	installed := filepath.Join("node_modules", sdkPackage)
	if isVersion(installed, version) {
		return filepath.Join(installed, sdkScript), nil
	}
	fetched := filepath.Join("..", "build", "sdk", version)
	if !isVersion(fetched, version) {
		if err := fetchSDK(fetched, version); err != nil {
			return "", err
		}
	}
	return filepath.Join(fetched, sdkScript), nil
}

// isVersion: the folder holds that version of the package.
func isVersion(dir, version string) bool {
	text, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return false
	}
	_, err = os.Stat(filepath.Join(dir, sdkScript))
	return err == nil && bytes.Contains(bytes.ReplaceAll(text, []byte(" "), nil), []byte(`"version":"`+version+`"`))
}

// fetchSDK puts the files that count of a version of the package into a folder.
func fetchSDK(dir, version string) error {
	fmt.Printf("fetching %s %s\n", sdkPackage, version)
	temp, err := os.MkdirTemp("", "sdk-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	var stderr bytes.Buffer
	cmd := exec.Command("npm", "pack", sdkPackage+"@"+version, "--silent", "--pack-destination", temp)
	cmd.Stderr = &stderr
	if _, err := cmd.Output(); err != nil {
		return fmt.Errorf("npm pack %s@%s: %w\n%s", sdkPackage, version, err, stderr.Bytes())
	}
	archives, err := filepath.Glob(filepath.Join(temp, "*.tgz"))
	if err != nil || len(archives) != 1 {
		return fmt.Errorf("npm packed %d archives of %s@%s: %w", len(archives), sdkPackage, version, err)
	}
	if err := unpack(archives[0], dir); err != nil {
		return fmt.Errorf("%s@%s: %w", sdkPackage, version, err)
	}
	if !isVersion(dir, version) {
		return fmt.Errorf("%s@%s has no %s", sdkPackage, version, sdkScript)
	}
	return nil
}

// unpack writes the script and package.json of an npm archive into a folder.
func unpack(archive, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	out, err := exec.Command("tar", "-xzf", archive, "-C", dir, "--strip-components=1", "package/"+sdkScript, "package/package.json").CombinedOutput()
	if err != nil {
		return fmt.Errorf("tar: %w\n%s", err, out)
	}
	return nil
}
