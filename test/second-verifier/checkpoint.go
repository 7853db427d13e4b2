package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A signed statement of a log's name, size and root.
type checkpoint struct {
	origin string
	tlog.Tree
}

func readCheckpoint(file string, known note.Verifiers) (*checkpoint, error) {
	signed, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return openCheckpoint(signed, known)
}

func openCheckpoint(signed []byte, known note.Verifiers) (*checkpoint, error) {
	opened, err := note.Open(signed, known)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] == "" {
		return nil, errors.New("not three lines")
	}
	size, err := readDecimal(lines[1])
	if err != nil {
		return nil, err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return nil, err
	}
	return &checkpoint{lines[0], tlog.Tree{N: size, Hash: root}}, nil
}

func readDecimal(text string) (int64, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 || strconv.FormatInt(number, 10) != text {
		return 0, fmt.Errorf("not a decimal number: %q", text)
	}
	return number, nil
}
