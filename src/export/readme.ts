/** README.txt: for whoever finds an export and knows nothing of this program. */

/** A function of the agency's name and the log's origin alone. */
export function readmeText({ agency, origin }: { agency: string; origin: string }): string {
  return `THE ARCHIVE OF ${agency.toUpperCase()}

This folder holds every story that ${agency} published, with everything that was done to each, and what is needed to
check that none of it was changed. It needs no program: open data/index.html in any browser.

HOW TO FIND A STORY

Each story has a number, its code, which was printed on its page and is never used twice. The story with the code 1000 is
in the folder data/stories/1000; begin with its index.html. If you know only a date, begin with data/index.html: it leads to
years, months and days. To search for words, use any program that searches in text files: each version of a story is there as
plain text too (1.txt, 2.txt and so on).

WHAT IS IN A STORY'S FOLDER

index.html    what the story is now, all that was done to it, and links to its versions
1.html        its first version, as readers had it; 2.html the second, and so on
1.txt         the same as plain text
1.json        the same as data: each field with its salt (see below)
record.json   every act on the story, with its leaf in the log

Pictures are in data/pictures, each named by the SHA-256 of its bytes. All text is UTF-8.

WHAT STANDS BESIDE THE STORIES

data/comments/1000.json      what readers wrote below story 1000, as far as others saw it: the name that they gave, their
                             words, the time, and which version they had before them; "removed": as its writer wished
data/fronts/en/2026-03.json  what editors put where on the first page of an edition and of its sections in a month: each
                             arrangement held until the next one of the same page; what it does not name filled itself

Both are JSON, and no part of what is proved below: only the manifest holds them.

WHAT THE WORDS MEAN

An act is what changes what readers get: a story is published, updated, corrected, held, released, killed; words of it are
redacted; an act that was wrong is withdrawn. Nothing is overwritten: each change of the words makes a new version.
Held: the story was out of sight when this export was made, perhaps for a while only. Killed: the agency took it back for
good. Removed: a law or a court asked for it. Of these three the folder is there and says so, but the words are not in it.
Redacted: some fields of the story were removed by law; the rest is there, and the place says when and why.

HOW TO SEE THAT NOTHING WAS CHANGED

1. This folder is a bag (RFC 8493, "BagIt"). With a common Unix system:

     sha256sum --check --quiet tagmanifest-sha256.txt
     sha256sum --check --quiet manifest-sha256.txt

   Silence means that every file has the bytes it was written with. This finds a broken disk, but not somebody who changed
   a file and the manifest with it. The next steps do.

2. Every act is an entry of a log that can only grow (data/log, in the form of C2SP tlog-tiles, c2sp.org/tlog-tiles). The
   entries are in data/log/tile/entries, 256 to a file, each after its length in two bytes; the hashes above them are in
   data/log/tile/0, /1 and so on (RFC 6962). An entry is a line of JSON (RFC 8785), and the leaf in record.json is the same.

3. An entry has no words of the story but commitments: for each field of the words, and each fact of the act,

     commitment = SHA-256( salt, then the JSON (RFC 8785) of [field name, value] )

   written in base64. The salts and values are in 1.json and record.json, spelled so that they can be hashed as they stand.
   Whoever takes a word away, adds one or changes one needs another commitment, and with it another log.

4. data/log/checkpoint is the signed head of the log (c2sp.org/tlog-checkpoint, c2sp.org/signed-note, Ed25519): how many
   entries it has, and the root of the hashes. data/log/checkpoints has all heads that were ever signed, data/log/keys.json the
   public keys.

5. The agency itself could have made a new log. Whoever kept an older checkpoint, from a page, a delivery or another
   export, can see it: the tree of that size under data/log must have the root that the kept checkpoint has.

The program Wireroom does all of this at once: bin/wireroom verify FOLDER --checkpoint FILE. It can also take the whole
record over into a new installation: bin/wireroom import FOLDER.

This log is called
  ${origin}
`;
}
