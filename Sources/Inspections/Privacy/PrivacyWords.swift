/// The words by which personal data is told from the rest.
enum PrivacyWords {
  /// Given names common in Britain.
  ///
  /// Names that are also everyday words, months, places or the names of offices are left out.
  static let givenNames = WordSet(
    """
    aaliyah aaron abbie abdul abdullah abigail adam adele adrian agnieszka ahmed aidan aiden aisha
    aisling alan alana albert alejandro aleksander alesha alex alexander alexandra alfie ali alice
    alicia alina alison alistair aliyah allan amanda amelia amelie amina amir amira amy ana anastasia
    andre andrea andrei andrew andrzej angela angus anita anna annabel anne annie anthony antonio anya
    archie arjun arthur arun aryan asha ashok asif aurora ava ayaan ayesha aylin barbara barry bartosz
    beatrice becky ben benjamin bernard bethany beverley bilal billy blessing bradley brandon brenda
    brendan brian bridget bryan caitlin callum cameron carl carla carlos carol caroline catherine cathy
    chantelle chidi chinedu chloe christine christopher ciara claire clare colin connor conor corey
    courtney craig daisy damian daniel daniela danielle danny darius darren dave david dawid deborah
    declan denise dennis derek diana diane dimitri dominic dominik donna dorothy dylan eddie edward eilidh
    elaine eleanor elena eli elias elijah eliza elizabeth ella ellie elliot ellis elsie emily emma
    emmanuel eric erin esme esther ethan eva evan evelyn evie ewan ewelina faisal farah farhan fatima
    fatou felix femi finlay finley fiona francesca francis freddie freya gabriel gabriella gareth gary
    gavin gemma geoffrey george georgia georgina gerald gillian gina giorgio giovanni gloria gordon
    graham gurpreet habib hadiya hamza hannah harjit harley haroon harriet harrison harry harvey hasan
    hassan hayden hazel heidi helen henry hollie holly hugh hugo hussain ian ibrahim idris igor imogen
    imran ines ioana irina isaac isabel isabella isabelle isla ismail ivan jack jackson jacob jacqueline
    jade jake jakub jamal james jamie jan jane janet janine jaroslaw jasmin jasmine jason jasper javier
    jayden jean jeffrey jemima jennifer jenny jeremy jermaine jessica jill joan joanna joanne joe joel
    john jonah jonathan jose joseph josephine josh joshua juan jude judith julia julian julie justin
    justyna kacper kaitlyn kamil kareem karen karim karl karolina kate katherine kathleen kathryn katie
    katy kayleigh keith kelly kelvin ken kenneth kerry kevin khadija kian kieran kim kirsty krystian
    kuba kwame kyle lachlan laila latoya laura lauren laurence layla leah leanne lee leila lena leo leon
    leona leonard leroy leslie lewis lexi liam libby lily linda lindsay lisa logan lola lorraine louie
    louis louise luca lucas lucy luis lukas lukasz luke lydia lynn mackenzie maddison madison magdalena
    maisie malachi malcolm mandeep manuel marcel marcin marcus margaret maria mariam marie marina mario
    marius mark marlon martin martyna mary maryam mason mateusz matilda matthew maureen maurice max
    maxwell maya megan mehmet melanie melissa mia michael michal michelle mihai mikolaj millie mimi mina
    miriam mohamed mohammad mohammed moira molly monica morgan muhammad mustafa nadia naomi natalia natalie
    natasha nathan nathaniel ncuti neil nia niamh nicholas nick nicola nicole nigel nikita nikola noah noel
    noor nora norma nuala olga oliver olivia oliwia olu omar orla oscar osman owen oyin pamela parveen
    patricia patrick patryk paul paula pauline pavel pawel pedro penelope peter phil philip phillip
    phoebe piotr poppy priya rachel radoslaw rahul raj rajesh ramon rania raphael raymond rebecca reece
    reggie rhiannon rhys ricardo richard ricky riley rita robbie robert roberto roger rohan roisin ronan
    ronnie rory rosie rosemary ross roxanne roy ruby rupert russell ruth ryan sabrina saffron saima
    salma salman sam samantha samira samuel sana sandra sanjay sara sarah savannah scarlett scott sean
    sebastian sergei seth shane shania shanice shannon sharon shaun sheila shelley shirley shivani shreya
    siddharth sienna simon siobhan skye sofia sonia sophia sophie stacey stefan stella stephanie stephen
    steve steven stuart sukhdeep sunita susan suzanne sylvia szymon tamara tamsin tania tanya tara tariq
    taylor teddy terence teresa thea theo theodore theresa thomas tia tiffany tim timothy toby tom tomas
    tomasz tommy tony tracey tracy trevor tyler tyrese tyrone umar uzma vanessa vera veronica vikram
    vincent viktoria vivian wayne wendy wesley wiktor william wojciech xavier yasmin yasmine yusuf yvonne
    zac zach zachary zahra zainab zak zara zeynep zofia zoe zoë zuzanna
    """)

  /// Words that say something of a person's health.
  static let health = WordSet(
    """
    adhd aids alcoholic alcoholism allergic allergy anaemia anorexia anorexic anxiety asperger asthma
    asthmatic autism autistic bedwetting bipolar blind bruises bruising bulimia bulimic cancer chemotherapy
    cystic deaf deafness delusions dementia depressed depression diabetes diabetic disabilities disability
    disabled disorder dyslexia dyslexic dyspraxia eczema epilepsy epileptic epipen fibrosis foetal fracture
    fractured hallucinations hepatitis hiv illness insulin leukaemia medication meningitis mental miscarriage
    obese obesity overdose overdosed palsy paracetamol paranoid pneumonia pregnancy pregnant psychiatric
    psychosis psychotic ptsd schizophrenia schizophrenic seizure seizures sertraline sickle stroke suicidal
    suicide syndrome tourette trauma tuberculosis tumour wheelchair
    """)

  /// What is named as people are, or is numbered: where one of these stands beside a name, the name is
  /// no person's.
  static let things = WordSet(
    """
    aircraft appliance appliances barge bay bays bed beds berth berths boat boats boiler borehole
    bridge building buildings bus canal cheddar cheese crossing dam depot dormitory
    engine engines ferry figure gouda ham harbour hangar helicopter hydrant incubator jetty lagoon lake
    lakes lifeboat locomotive loch locomotives mooring outlet parlour parmesan pier pool
    pools pump pumps quarry quay ref reference references reservoir reservoirs river road scanner ship
    shaft sluice source sources spring station stations stilton stream street suite suites tank tanker
    tanks timber tower train trains tram trawler trolley tug tunnel turbine van vessel vessels ward
    wards weir wells whisky wine wing wings workshop yacht
    """)

  /// Words between a thing and its name.
  static let naming = WordSet("called known as named is are the and a of see in no")

  /// What is counted beside the names of things.
  static let counted = WordSet(
    """
    capacity cases cells copies covers entries files gallons kilowatts litres metres occupancy pages
    places records rooms samples scores seats sites spaces staff tonnes units vacancies visits votes
    chairs tables cots trolleys
    """)

  /// Words that say that a sentence tells of a person.
  static let personWords = WordSet(
    """
    baby boy boys brother brothers child children client daughter eldest father girl girls he her him
    his infant lives mother mum dad parent patient pupil resident said says schoolboy schoolgirl she
    sibling siblings sister sisters son teenager them they toddler told twin twins wanted wants who
    youngest youth
    """)

  /// Words before a single letter that make it the name of a thing.
  static let labels = WordSet(
    """
    act aisle annex annexe appendix area article band bay bed berth block boat box building c category centre chapter class
    batch boiler cell code column company coach court crew criterion division document element engine
    exhibit figure file fixture flat form formula gate grade group hall hepatitis hospital house influenza
    item judge justice key lake layer level lift line lord lot machine model module note office option
    order page panel paper paragraph part phase pilot plan plot point practice programme provider pump
    question rating reactor reference region room round route row rule sample scale schedule school section
    sector serial service set sheet shift site source stage standard station step strand stream table
    tank task team theme tier train turbine type unit valve version vitamin volume ward watch well wing
    year zone
    """)

  /// Words before a single letter that make it a person.
  static let personCues = WordSet(
    """
    baby boy boys brother child client daughter father girl miss mother mr mrs ms mum dad parent patient
    person pupil sibling sister son teenager toddler twin youth
    """)

  /// Words between a name and an age or a health word that show another matter.
  static let blocking = WordSet(
    """
    adviser advisers agency author authors centre chair chief clinic commissioner consultant councillor
    director editor expert foundation guidance head hospital inspector inspectors judge lead lecturer
    leaflet manager minister nurse officer policy practitioner professor programme project psychiatrist
    psychologist published research researcher review said says school secretary service services
    specialist strategy team told trainer training trust unit wrote
    """)

  /// Titles before a name that make it an official's or a place's.
  static let officialTitles = WordSet(
    """
    baroness councillor dame dr inspector judge justice king lady lord prince princess professor queen
    saint sir st
    """)

  /// Words after a name that make it a place or an organisation.
  static let organisationWords = WordSet(
    """
    academy act association award building buildings centre charity clinic close code college court
    foundation fund group hall home hospice hospital house hostel inquiry institute lane law lodge method
    partnership project protocol report review road rule school schools scheme score society square street
    suite survey syndrome team trust unit university ward wing
    """)

  /// The last word of a street's name.
  static let streets = WordSet(
    """
    avenue ave close crescent drive gardens grove lane mews rd road street terrace
    """)

  /// Words after a street's name that make it something else than an address.
  static let afterStreet = WordSet(
    """
    branch branches bridge centre centres children clinic community crossing depot family fire hospital
    junction library market nursery office offices police premises primary projects retailers roundabout
    school schools shops signal station stores substation surgery team teams traders tunnel
    """)

  /// The part before `@` of an organisation's mailbox.
  static let mailboxes = WordSet(
    """
    admin advice communications complaints complaint consultation contact contactus consultations
    customerservices customer data dpo editor editors enquiries enquiry feedback foi freedom help helpdesk
    helpline hello hr info information inspection inspections library mail media news newsroom office
    postmaster press privacy publications reception register secretariat service services support team
    web webmaster whistleblowing
    """)

  static let numbers = WordSet(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """)

  static let months = WordSet(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """)

  /// The letters that British postcodes begin with.
  ///
  /// Source: the postcode areas of Great Britain and Northern Ireland, Ordnance Survey Code-Point.
  static let postcodeAreas = WordSet(
    """
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh
    en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me
    mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy
    ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze
    """)
}
