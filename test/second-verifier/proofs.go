package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The entry is in the tree of the checkpoint in the proof file, and that tree is the beginning of this log.
func checkProof(file, leafFile string, known note.Verifiers, head *checkpoint, tree storedHashes) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	leaf, err := os.ReadFile(leafFile)
	if err != nil {
		return err
	}
	end := bytes.Index(text, []byte("\n\n"))
	if end < 0 {
		return errors.New("it has no checkpoint")
	}
	at, err := openCheckpoint(text[end+2:], known)
	if err != nil {
		return err
	}
	lines := strings.Split(string(text[:end]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("it has no index")
	}
	index, err := readDecimal(strings.TrimPrefix(lines[0], "index "))
	if err != nil {
		return err
	}
	proof, err := readHashes(lines[1:])
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(proof, at.N, at.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	if at.origin != head.origin || at.N > head.N {
		return errors.New("its checkpoint is of another log or a later one")
	}
	root, err := rootOf(tree, at.N)
	if err != nil {
		return err
	}
	if root != at.Hash {
		return errors.New("the log does not begin with the tree of its checkpoint")
	}
	return nil
}

func checkConsistency(oldFile, file string, known note.Verifiers, head *checkpoint) error {
	old, err := readCheckpoint(oldFile, known)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var lines []string
	if len(text) > 0 {
		lines = strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	}
	proof, err := readHashes(lines)
	if err != nil {
		return err
	}
	if old.origin != head.origin {
		return errors.New("the earlier checkpoint is of another log")
	}
	return tlog.CheckTree(proof, head.N, head.Hash, old.N, old.Hash)
}

func readHashes(lines []string) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(lines))
	for i, line := range lines {
		data, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(data) != tlog.HashSize {
			return nil, fmt.Errorf("not a hash: %q", line)
		}
		copy(hashes[i][:], data)
	}
	return hashes, nil
}
