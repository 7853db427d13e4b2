// Checks a log in C2SP tlog-tiles form with the Go project's own code for signed notes and hash trees, as somebody
// who does not trust the program that wrote it would. It shares no code with that program.
//
//	second-verifier -log FOLDER -vkey KEY [-proof FILE -leaf FILE] [-old CHECKPOINT -consistency FILE]
//
// FOLDER has `checkpoint` and `tile/…`. The proof is a C2SP tlog-proof of the bytes in the leaf file; the consistency
// proof has one base64 hash a line and leads from the old checkpoint to the folder's. Prints one line; exits with 0
// where all holds, else with 1.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/note"
)

// What the command line asks to check; a path that is empty is not checked.
type request struct {
	folder, vkey, proof, leaf, old, consistency string
}

func main() {
	var asked request
	flag.StringVar(&asked.folder, "log", "", "folder of the log")
	flag.StringVar(&asked.vkey, "vkey", "", "verifier key of the log")
	flag.StringVar(&asked.proof, "proof", "", "tlog-proof file")
	flag.StringVar(&asked.leaf, "leaf", "", "bytes of the entry that the proof is about")
	flag.StringVar(&asked.old, "old", "", "earlier checkpoint")
	flag.StringVar(&asked.consistency, "consistency", "", "proof from the earlier checkpoint to the log's")
	flag.Parse()
	head, err := check(asked)
	if err != nil {
		fmt.Printf("refused: %v\n", err)
		os.Exit(1)
	}
	fmt.Printf("accepted: %s with %d entries\n", head.origin, head.N)
}

func check(asked request) (*checkpoint, error) {
	verifier, err := note.NewVerifier(asked.vkey)
	if err != nil {
		return nil, fmt.Errorf("key: %w", err)
	}
	known := note.VerifierList(verifier)
	head, err := readCheckpoint(filepath.Join(asked.folder, "checkpoint"), known)
	if err != nil {
		return nil, fmt.Errorf("checkpoint: %w", err)
	}
	tree, err := checkHashTiles(asked.folder, head)
	if err != nil {
		return nil, fmt.Errorf("hash tiles: %w", err)
	}
	if err := checkEntries(asked.folder, head); err != nil {
		return nil, fmt.Errorf("entries: %w", err)
	}
	if asked.proof != "" {
		if err := checkProof(asked.proof, asked.leaf, known, head, tree); err != nil {
			return nil, fmt.Errorf("inclusion proof: %w", err)
		}
	}
	if asked.old != "" {
		if err := checkConsistency(asked.old, asked.consistency, known, head); err != nil {
			return nil, fmt.Errorf("consistency proof: %w", err)
		}
	}
	return head, nil
}
