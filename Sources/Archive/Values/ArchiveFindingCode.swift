extension ArchiveFinding {
    /// What was seen. The raw values are stable: they appear in reports and in receipts.
    public enum Code: String, CaseIterable, Sendable {
        // The end of the archive, and its directory.
        case endRecordMissing = "zip-end-record-missing"
        case endRecordAmbiguous = "zip-end-record-ambiguous"
        case severalDisks = "zip-several-disks"
        case zip64EndDisagrees = "zip-zip64-end-disagrees"
        case zip64EndNotNeeded = "zip-zip64-end-not-needed"
        case directoryMisplaced = "zip-directory-misplaced"
        case directoryMalformed = "zip-directory-malformed"
        case directoryTooLarge = "zip-directory-too-large"
        case entryCountDisagrees = "zip-entry-count-disagrees"
        case tooManyEntries = "zip-too-many-entries"
        case archiveComment = "zip-archive-comment"

        // The layout: every byte of the file belongs to exactly one record.
        case entriesOverlap = "zip-entries-overlap"
        case leadingData = "zip-leading-data"
        case hiddenData = "zip-hidden-data"
        case trailingData = "zip-trailing-data"
        case localHeaderMissing = "zip-local-header-missing"
        case orderDiffers = "zip-order-differs"
        case contentTooLarge = "zip-content-too-large"

        // Names.
        case nameEmpty = "zip-name-empty"
        case nameTooLong = "zip-name-too-long"
        case nameNotUTF8 = "zip-name-not-utf8"
        case nameNotMarkedUTF8 = "zip-name-not-marked-utf8"
        case nameHasControlCharacter = "zip-name-has-control-character"
        case nameAbsolute = "zip-name-absolute"
        case nameHasDriveLetter = "zip-name-has-drive-letter"
        case nameHasBackslash = "zip-name-has-backslash"
        case nameLeadsOut = "zip-name-leads-out"
        case nameHasEmptyStep = "zip-name-has-empty-step"
        case nameEndsInDotOrSpace = "zip-name-ends-in-dot-or-space"
        case nameNotPortable = "zip-name-not-portable"
        case unicodePathDisagrees = "zip-unicode-path-disagrees"
        case nameDuplicate = "zip-name-duplicate"
        case namesCollide = "zip-names-collide"
        case fileIsAlsoFolder = "zip-file-is-also-folder"

        // What an entry is.
        case folder = "zip-folder"
        case folderHasContent = "zip-folder-has-content"
        case symbolicLink = "zip-symbolic-link"
        case specialFile = "zip-special-file"
        case encrypted = "zip-encrypted"
        case flagsUnsupported = "zip-flags-unsupported"
        case flagsReserved = "zip-flags-reserved"
        case methodUnsupported = "zip-method-unsupported"
        case entryOnOtherDisk = "zip-entry-on-other-disk"
        case storedSizeDisagrees = "zip-stored-size-disagrees"
        case inflatesTooFar = "zip-inflates-too-far"
        case entryTooLarge = "zip-entry-too-large"
        case entryComment = "zip-entry-comment"

        // Extra fields and data descriptors.
        case extraField = "zip-extra-field"
        case extraFieldMalformed = "zip-extra-field-malformed"
        case zip64FieldDisagrees = "zip-zip64-field-disagrees"
        case dataDescriptor = "zip-data-descriptor"
        case dataDescriptorDisagrees = "zip-data-descriptor-disagrees"

        // The local header against the central directory.
        case localNameDisagrees = "zip-local-name-disagrees"
        case localFlagsDisagree = "zip-local-flags-disagree"
        case localMethodDisagrees = "zip-local-method-disagrees"
        case localSizeDisagrees = "zip-local-size-disagrees"
        case localChecksumDisagrees = "zip-local-checksum-disagrees"
        case localTimeDisagrees = "zip-local-time-disagrees"

        // The content.
        case contentTruncated = "zip-content-truncated"
        case contentMalformed = "zip-content-malformed"
        case contentSizeDisagrees = "zip-content-size-disagrees"
        case contentChecksumDisagrees = "zip-content-checksum-disagrees"

        // The container's own mark (ETSI EN 319 162-1 and its models, ODF and EPUB).
        case mimetypeMissing = "zip-mimetype-missing"
        case mimetypeNotFirst = "zip-mimetype-not-first"
        case mimetypeCompressed = "zip-mimetype-compressed"
        case mimetypeHasExtraField = "zip-mimetype-has-extra-field"
        case mimetypeContent = "zip-mimetype-content"

        // The form in which our own writer writes.
        case localHeaderForm = "zip-local-header-form"
        case centralHeaderForm = "zip-central-header-form"
        case endRecordForm = "zip-end-record-form"

        public var severity: Severity {
            switch self {
            case .zip64EndNotNeeded, .archiveComment, .orderDiffers, .nameNotPortable, .folder, .entryComment,
                .extraField, .dataDescriptor, .mimetypeMissing, .mimetypeNotFirst, .mimetypeCompressed,
                .mimetypeHasExtraField, .mimetypeContent, .localHeaderForm, .centralHeaderForm,
                .endRecordForm:
                .note
            case .leadingData, .hiddenData, .trailingData, .nameNotMarkedUTF8, .flagsReserved,
                .extraFieldMalformed, .localTimeDisagrees:
                .fault
            default: .refusal
            }
        }
    }
}
