package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// All hashes of a tree, in the order in which tlog stores them.
type storedHashes []tlog.Hash

func (all storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(all)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		found[i] = all[index]
	}
	return found, nil
}

// The tree over leaf hashes, which must have the checkpoint's root.
func treeOf(leaves []tlog.Hash, head *checkpoint) (storedHashes, error) {
	var tree storedHashes
	for i, leaf := range leaves {
		grown, err := tlog.StoredHashesForRecordHash(int64(i), leaf, tree)
		if err != nil {
			return nil, err
		}
		tree = append(tree, grown...)
	}
	root, err := rootOf(tree, head.N)
	if err != nil {
		return nil, err
	}
	if root != head.Hash {
		return nil, fmt.Errorf("their root is %v, the checkpoint has %v", root, head.Hash)
	}
	return tree, nil
}

// The root of the first entries. tlog has zeroes for that of none, where RFC 6962 has the hash of nothing.
func rootOf(tree storedHashes, size int64) (tlog.Hash, error) {
	if size == 0 {
		return sha256.Sum256(nil), nil
	}
	return tlog.TreeHash(size, tree)
}

// The tiles of one level that a tree of some size has, the last one perhaps partial.
func tilesOf(level int, size int64) []tlog.Tile {
	var tiles []tlog.Tile
	const full = 1 << tileHeight
	for n, left := int64(0), size>>(tileHeight*uint(level)); left > 0; n, left = n+1, left-full {
		width := int64(full)
		if left < full {
			width = left
		}
		tiles = append(tiles, tlog.Tile{H: tileHeight, L: level, N: n, W: int(width)})
	}
	return tiles
}

// The leaf hashes have the checkpoint's root, and the tiles of every level have the hashes that follow from them.
func checkHashTiles(folder string, head *checkpoint) (storedHashes, error) {
	var leaves []tlog.Hash
	for _, tile := range tilesOf(0, head.N) {
		data, err := readTile(folder, tile)
		if err != nil {
			return nil, err
		}
		if len(data) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", tilePath(tile), len(data))
		}
		for ; len(data) > 0; data = data[tlog.HashSize:] {
			var leaf tlog.Hash
			copy(leaf[:], data)
			leaves = append(leaves, leaf)
		}
	}
	tree, err := treeOf(leaves, head)
	if err != nil {
		return nil, err
	}
	for level := 1; head.N>>(tileHeight*uint(level)) > 0; level++ {
		for _, tile := range tilesOf(level, head.N) {
			data, err := readTile(folder, tile)
			if err != nil {
				return nil, err
			}
			want, err := tlog.ReadTileData(tile, tree)
			if err != nil {
				return nil, err
			}
			if !bytes.Equal(data, want) {
				return nil, fmt.Errorf("%s is not what the tiles below it give", tilePath(tile))
			}
		}
	}
	return tree, nil
}

// The entries themselves have the checkpoint's root.
func checkEntries(folder string, head *checkpoint) error {
	var leaves []tlog.Hash
	for _, bundle := range tilesOf(0, head.N) {
		bundle.L = -1
		data, err := readTile(folder, bundle)
		if err != nil {
			return err
		}
		for i := 0; i < bundle.W; i++ {
			if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
				return fmt.Errorf("%s ends inside entry %d", tilePath(bundle), i)
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			leaves = append(leaves, tlog.RecordHash(data[2:end]))
			data = data[end:]
		}
		if len(data) > 0 {
			return fmt.Errorf("%s goes on after its last entry", tilePath(bundle))
		}
	}
	_, err := treeOf(leaves, head)
	return err
}

func readTile(folder string, tile tlog.Tile) ([]byte, error) {
	return os.ReadFile(filepath.Join(folder, filepath.FromSlash(tilePath(tile))))
}

// The path in C2SP tlog-tiles. The one of Go's checksum database has the tile's height in it, and says data for entries.
func tilePath(tile tlog.Tile) string {
	rest := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	if tile.L < 0 {
		rest = "entries" + strings.TrimPrefix(rest, "data")
	}
	return "tile/" + rest
}
